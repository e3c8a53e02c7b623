"""The words of the corpora, by kind."""

KINDS: dict[str, list[str]] = {
    "noun": """account action adapter address agent alert answer archive argument array artifact backup batch binding
        block branch bucket buffer build cache call callback catalog channel chart check chunk client cluster column
        command commit component config connection container context contract controller counter cursor customer
        dashboard database dataset decoder default delivery deployment detail device dialog digest directory document
        domain driver element encoder endpoint engine entry error event example exception export extension factory
        feature field file filter fixture flag folder footer form format frame function gateway graph group guard
        handler header helper history hook host image import index input instance interface interval invoice issue
        item iterator job journal key label language layer layout ledger lesson level library limit line link list
        listener loader locale lock log loop machine manager manifest map margin marker matrix memory menu merge
        message method metric migration mirror mode model module monitor network node notebook notification object
        offset operation option order output owner package page panel parameter parser partition patch path pattern
        payload payment permission picture pipeline plan plugin point pointer policy pool port position prefix preset
        price priority process product profile project prompt property protocol provider proxy query queue quota
        range rate reader record region registry release renderer replica report repository request resource response
        result retry role route router row rule runner sample scanner schedule schema scope screen script section
        segment sensor sequence server service session setting shard shape shift signal signature size slice slot
        snapshot socket source span stack stage state statement station status step storage store stream string
        style subject subscription summary suite supplier switch symbol table tag target task team template tenant
        test text theme thread ticket timeline timer token tool topic trace tracker transaction transcript transfer
        translation trigger tuple type unit update upload user utility value variable vector vendor version video
        view visitor volume warning watcher webhook widget window worker wrapper writer zone""".split(),
    "verb": """accept add align allocate append apply archive assert assign attach authorize balance bind build call
        cancel check clean clear clone close collect commit compare compile compute configure confirm connect convert
        copy count create decode delete deliver deploy detect disable dispatch draw drop edit emit enable encode
        enqueue ensure evaluate execute expand expire export extract fetch fill filter find finish flush format
        forward generate get group handle hash hide import increment index init insert inspect install join
        keep launch limit list load lock map mark match measure merge migrate monitor mount move normalize notify
        observe open order paginate parse patch pause persist pick plan post prepare print process prune publish
        pull push put query queue read rebuild receive record reduce refresh register release reload remove rename
        render repair replace replay report request reset resize resolve restore resume retry return revert rotate
        route run save scan schedule score search select send serialize set share show shrink skip sort split start
        stop store stream submit subscribe summarize swap sync test toggle trace track transform translate trim
        unlock update upgrade upload validate verify visit wait warm watch wrap write""".split(),
    "adjective": """active actual atomic available basic broken cached central clean cold common complete concurrent
        constant correct current daily default deferred dense direct double dynamic early eager empty exact explicit
        external failing fast final first flat fresh full generic global green hidden idle implicit initial inner
        internal invalid isolated large last late lazy legacy light linear local locked logical long lost low main
        manual minimal missing mixed mobile modern mutable narrow native nested new next noisy normal null old open
        optional ordinary outer partial pending plain previous primary private public quick random raw ready recent
        regional remote safe same secondary secure serial shared short signed silent simple single slow small sorted
        sparse stable stale static strict strong synthetic temporary thin tiny typed unique unused upper valid
        verbose virtual visible warm weak wide wrong""".split(),
    "adverb": """actually again already also always apparently carefully cleanly correctly currently directly early
        eventually exactly explicitly finally first hardly immediately instead just lately locally mostly never nicely
        normally now often once only partly probably properly quickly quietly rarely really recently safely silently
        simply slowly sometimes soon still then twice usually""".split(),
    "given": """Ada Alan Amara Anna Ben Carlos Chloe Daniel Elena Emil Fatima Felix Grace Hana Ines Ivan Jonas Julia
        Kenji Lars Leila Lena Linus Marta Mei Miguel Nadia Nils Nora Olga Omar Paula Pedro Priya Ravi Rosa Sara Sven
        Tariq Tom Vera Wei Yuki Zoe""".split(),
    "family": """Abe Andersen Baker Bauer Becker Berg Castillo Chen Cohen Costa Dubois Fischer Garcia Haas Haddad Ito
        Ivanov Jansen Kaya Keller Khan Kowalski Kumar Larsen Lopez Mori Moreau Novak Okafor Olsen Patel Petrov Ricci
        Rossi Sato Schmidt Silva Singh Suzuki Tanaka Varga Weber Wong Yilmaz Zhang""".split(),
    "domain": """example.com example.org example.net mail.example.com dev.example.org shop.example.net corp.example
        team.example labs.example""".split(),
    "folder": """src src/core src/api src/server src/client src/lib lib tests tests/unit tests/integration app
        app/models app/views cmd cmd/server internal internal/store internal/queue pkg/cache web web/components scripts
        docs Sources/Core Sources/App crates/engine/src crates/cli/src packages/ui/src services/billing services/search
        infra/modules config migrations""".split(),
    "suffix": "py py py ts ts tsx js go go rs rs swift c h sql sh yaml toml json md html css".split(),
    "service": """auth billing cart catalog checkout dispatch edge feed gateway identity inventory ledger mailer media
        notifier orders payments pricing profile recommender reports scheduler search session shipping sync
        telemetry uploader""".split(),
    "level": "debug info info info info info info info warn error".split(),
    "method": "GET GET GET GET POST POST PUT PATCH DELETE".split(),
    "status": "200 200 200 200 200 201 204 301 304 400 401 403 404 409 429 500 502 503".split(),
    "tool": "read_file write_file run_command search_files list_directory apply_patch fetch_url query_database".split(),
    "model": "atlas-large-2 atlas-small-2 river-4-mini river-4 heron-opus-3".split(),
    "emoji": "✅ ❌ ⚠️ 🚀 🔧 🎉 👍 🐛 📦 📝 💡 🔥 🤔 👩‍💻 🙏".split(),
}
