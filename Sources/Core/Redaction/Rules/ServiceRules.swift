extension BuiltInRules {
  /// Keys of other services, known by the name beside them. One rule a line of JSON, in the form that `redact --print-rules` writes and `--rules` reads.
  static let service: StaticString = #"""
    {"id":"adafruit-key","category":"secret","description":"Adafruit IO key","keywords":["adafruit","aio_key"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:adafruit|aio_key)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9_-]{32})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.0,"label":"ADAFRUIT_KEY","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://io.adafruit.com/api/docs/",\#
    "positives":["adafruit_key = \"Q6eQWykqNhRVnXn19AGILktBD7N0wLqC\"","<adafruitToken>\n  Q6eQWykqNhRVnXn19AGILktBD7N0wLqC\n</adafruitToken>"],\#
    "negatives":["adafruit: 1","Q6eQWy"]}
    {"id":"adobe-client-credential","category":"secret","description":"Adobe client id or secret","keywords":["adobe"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:adobe)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|client|dsn))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+(p8e-[A-Za-z0-9_-]{32}|[a-f0-9]{32})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":2.5,"label":"ADOBE_CLIENT_CREDENTIAL","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://developer.adobe.com/developer-console/docs/guides/authentication/",\#
    "positives":["adobe_key = \"845d60c63c4d54131fcd316a8b1fba4b\"","<adobeToken>\n  845d60c63c4d54131fcd316a8b1fba4b\n</adobeToken>"],\#
    "negatives":["adobe: 1","845d60"]}
    {"id":"airtable-api-key","category":"secret","description":"Airtable API key","keywords":["airtable"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:airtable)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+(key[A-Za-z0-9]{14}|[A-Za-z0-9]{17})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"AIRTABLE_API_KEY","anchored":true,"source":"https://airtable.com/developers/web/api/authentication",\#
    "positives":["airtable_key = \"Fd24LofUbSHkJ5BFd\"","<airtableToken>\n  Fd24LofUbSHkJ5BFd\n</airtableToken>"],"negatives":["airtable: 1","Fd24Lo"]}
    {"id":"algolia-key","category":"secret","description":"Algolia API key","keywords":["algolia"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:algolia)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-z0-9]{32})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.8,"label":"ALGOLIA_KEY","anchored":true,"source":"https://www.algolia.com/doc/guides/security/api-keys/",\#
    "positives":["algolia_key = \"bwzu55tuwdqfm20qxj8i3d02qng3g85u\"","<algoliaToken>\n  bwzu55tuwdqfm20qxj8i3d02qng3g85u\n</algoliaToken>"],\#
    "negatives":["algolia: 1","bwzu55"]}
    {"id":"asana-credential","category":"secret","description":"Asana client id or secret","keywords":["asana"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:asana)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-z0-9]{32}|[0-9]{16})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.2,"label":"ASANA_CREDENTIAL","anchored":true,"source":"https://developers.asana.com/docs/oauth",\#
    "positives":["asana_key = \"5969943210880045\"","<asanaToken>\n  5969943210880045\n</asanaToken>"],"negatives":["asana: 1","596994"]}
    {"id":"contentful-key","category":"secret","description":"Contentful token","keywords":["contentful"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:contentful)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9_=-]{43})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.0,"label":"CONTENTFUL_KEY","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://www.contentful.com/developers/docs/references/authentication/",\#
    "positives":["contentful_key = \"x9EhEmtxbg0NjUmSsaTH6V6MNnKfNwNQYeF7R1j6oW5\"","<contentfulToken>\n  x9EhEmtxbg0NjUmSsaTH6V6MNnKfNwNQYeF7R1j6oW5\n</contentfulToken>"],\#
    "negatives":["contentful: 1","x9EhEm"]}
    {"id":"dropbox-credential","category":"secret","description":"Dropbox token or app secret","keywords":["dropbox"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:dropbox)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9_-]{11}A{10}[A-Za-z0-9_=-]{43}|[A-Za-z0-9]{15})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":2.8,"label":"DROPBOX_CREDENTIAL","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://developers.dropbox.com/oauth-guide",\#
    "positives":["dropbox_key = \"aZJOdsHAfVlv7Ji\"","<dropboxToken>\n  aZJOdsHAfVlv7Ji\n</dropboxToken>"],"negatives":["dropbox: 1","aZJOds"]}
    {"id":"flickr-key","category":"secret","description":"Flickr key","keywords":["flickr"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:flickr)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-z0-9]{32})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.8,"label":"FLICKR_KEY","anchored":true,"source":"https://www.flickr.com/services/api/misc.api_keys.html",\#
    "positives":["flickr_key = \"610hb4i9k2xglac0d5wz4imt244wm122\"","<flickrToken>\n  610hb4i9k2xglac0d5wz4imt244wm122\n</flickrToken>"],\#
    "negatives":["flickr: 1","610hb4"]}
    {"id":"gitter-token","category":"secret","description":"Gitter token","keywords":["gitter"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:gitter)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9_-]{40})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.0,"label":"GITTER_TOKEN","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://developer.gitter.im/docs/authentication",\#
    "positives":["gitter_key = \"mHWfvlwtqMNgzpa9LNOAU3sCOMyDmdfkISM4uI8i\"","<gitterToken>\n  mHWfvlwtqMNgzpa9LNOAU3sCOMyDmdfkISM4uI8i\n</gitterToken>"],\#
    "negatives":["gitter: 1","mHWfvl"]}
    {"id":"hubspot-key","category":"secret","description":"HubSpot key","keywords":["hubspot","hapikey"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:hubspot|hapikey)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"HUBSPOT_KEY","anchored":true,"source":"https://developers.hubspot.com/docs/guides/apps/authentication/intro-to-auth",\#
    "positives":["hubspot_key = \"08b689aA-6d8e-0eFb-5c1b-b33C1E8cDb68\"","<hubspotToken>\n  08b689aA-6d8e-0eFb-5c1b-b33C1E8cDb68\n</hubspotToken>"],\#
    "negatives":["hubspot: 1","08b689"]}
    {"id":"intercom-token","category":"secret","description":"Intercom token","keywords":["intercom"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:intercom)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9=_-]{60})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.0,"label":"INTERCOM_TOKEN","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://developers.intercom.com/docs/build-an-integration/learn-more/authentication",\#
    "positives":["intercom_key = \"TCOqyfF7H62ZTK8mPaqs0myBwWBBluAkFy3EHCODMnyx147PGay7SLOLDOQy\"","<intercomToken>\n  TCOqyfF7H62ZTK8mPaqs0myBwWBBluAkFy3EHCODMnyx147PGay7SLOLDOQy\n</intercomToken>"],\#
    "negatives":["intercom: 1","TCOqyf"]}
    {"id":"linear-client-secret","category":"secret","description":"Linear client secret","keywords":["linear"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:linear)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|client|dsn))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{32})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.8,"label":"LINEAR_CLIENT_SECRET","anchored":true,"source":"https://linear.app/developers/oauth-2-0-authentication",\#
    "positives":["linear_key = \"06ecb029f3d4bca619a876947d42ffad\"","<linearToken>\n  06ecb029f3d4bca619a876947d42ffad\n</linearToken>"],\#
    "negatives":["linear: 1","06ecb0"]}
    {"id":"linkedin-credential","category":"secret","description":"LinkedIn client id or secret","keywords":["linkedin","linked_in"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:linked_in|linkedin)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|client|dsn))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{16}|[A-Za-z0-9]{14})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"LINKEDIN_CREDENTIAL","anchored":true,\#
    "source":"https://learn.microsoft.com/linkedin/shared/authentication/client-credentials-flow",\#
    "positives":["linkedin_key = \"lYEgXxrgSA96Ao4S\"","<linkedinToken>\n  lYEgXxrgSA96Ao4S\n</linkedinToken>"],"negatives":["linkedin: 1","lYEgXx"]}
    {"id":"looker-credential","category":"secret","description":"Looker client id or secret","keywords":["looker"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:looker)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|client|dsn))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{24}|[A-Za-z0-9]{20})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"LOOKER_CREDENTIAL","anchored":true,"source":"https://cloud.google.com/looker/docs/api-auth",\#
    "positives":["looker_key = \"T58kaTwvqM7MZssLoF7vzbzd\"","<lookerToken>\n  T58kaTwvqM7MZssLoF7vzbzd\n</lookerToken>"],\#
    "negatives":["looker: 1","T58kaT"]}
    {"id":"mapbox-token","category":"secret","description":"Mapbox token","keywords":["mapbox"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:mapbox)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([ps]k\\.[A-Za-z0-9_-]{60,90}\\.[A-Za-z0-9_-]{22})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.0,"label":"MAPBOX_TOKEN","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://docs.mapbox.com/help/getting-started/access-tokens/",\#
    "positives":["mapbox_key = \"sk.8ybE2wO4qhNK86RlovfuppMMhcbV3WKlAAvq5GNqZKMNxeov5y5coLzD04NPL9.q3JrmhmKWprUuTSGlA3hHR\"","<mapboxToken>\n  sk.8ybE2wO4qhNK86RlovfuppMMhcbV3WKlAAvq5GNqZKMNxeov5y5coLzD04NPL9.q3JrmhmKWprUuTSGlA3hHR\n</mapboxToken>"],\#
    "negatives":["mapbox: 1","sk.8yb"]}
    {"id":"mattermost-token","category":"secret","description":"Mattermost token","keywords":["mattermost"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:mattermost)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{26})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"MATTERMOST_TOKEN","anchored":true,\#
    "source":"https://developers.mattermost.com/integrate/reference/personal-access-token/",\#
    "positives":["mattermost_key = \"0ZXdNUrbPMywAfdDloYgwNd6bK\"","<mattermostToken>\n  0ZXdNUrbPMywAfdDloYgwNd6bK\n</mattermostToken>"],\#
    "negatives":["mattermost: 1","0ZXdNU"]}
    {"id":"meraki-key","category":"secret","description":"Cisco Meraki API key","keywords":["meraki"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:meraki)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([0-9a-f]{40})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"MERAKI_KEY","anchored":true,"source":"https://developer.cisco.com/meraki/api-v1/authorization/",\#
    "positives":["meraki_key = \"6017895ddaea4e96ff45d7bd14db22b32475af5d\"","<merakiToken>\n  6017895ddaea4e96ff45d7bd14db22b32475af5d\n</merakiToken>"],\#
    "negatives":["meraki: 1","601789"]}
    {"id":"nytimes-key","category":"secret","description":"New York Times API key","keywords":["nytimes","new-york-times","newyorktimes","nyt_api"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:new-york-times|newyorktimes|nytimes|nyt_api)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9=_-]{32})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.0,"label":"NYTIMES_KEY","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://developer.nytimes.com/get-started",\#
    "positives":["nytimes_key = \"q8yKTCQsmC0wNrEhElaZ7zvMlQn9lAPa\"","<nytimesToken>\n  q8yKTCQsmC0wNrEhElaZ7zvMlQn9lAPa\n</nytimesToken>"],\#
    "negatives":["nytimes: 1","q8yKTC"]}
    {"id":"rapidapi-key","category":"secret","description":"RapidAPI key","keywords":["rapidapi","rapid_api","x-rapidapi-key","mashape"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:x-rapidapi-key|rapid_api|rapidapi|mashape)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9_-]{50})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.0,"label":"RAPIDAPI_KEY","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://docs.rapidapi.com/docs/keys",\#
    "positives":["rapidapi_key = \"ot3B7GvtwaEoM5CtGOaL2QBlAwzga7AtvOM9TGG6TW77LHpUyJ\"","<rapidapiToken>\n  ot3B7GvtwaEoM5CtGOaL2QBlAwzga7AtvOM9TGG6TW77LHpUyJ\n</rapidapiToken>"],\#
    "negatives":["rapidapi: 1","ot3B7G"]}
    {"id":"sendbird-credential","category":"secret","description":"Sendbird token or application id","keywords":["sendbird"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:sendbird)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{40}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"SENDBIRD_CREDENTIAL","anchored":true,"source":"https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api",\#
    "positives":["sendbird_key = \"d4EBaF80-DddD-0DAe-229b-f3ead7Ed29d1\"","<sendbirdToken>\n  d4EBaF80-DddD-0DAe-229b-f3ead7Ed29d1\n</sendbirdToken>"],\#
    "negatives":["sendbird: 1","d4EBaF"]}
    {"id":"trello-credential","category":"secret","description":"Trello key or token","keywords":["trello"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:trello)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+((?:ATTA)?[a-f0-9]{64,72}|[A-Za-z0-9_-]{32})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.0,"label":"TRELLO_CREDENTIAL","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",\#
    "positives":["trello_key = \"8a84fe06435576b9695ed3131e5084207fcd351b522d2434fe5725e2cf07e86b40\"","<trelloToken>\n  8a84fe06435576b9695ed3131e5084207fcd351b522d2434fe5725e2cf07e86b40\n</trelloToken>"],\#
    "negatives":["trello: 1","8a84fe"]}
    {"id":"twitch-token","category":"secret","description":"Twitch token","keywords":["twitch"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:twitch)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-z0-9]{30})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"TWITCH_TOKEN","anchored":true,"source":"https://dev.twitch.tv/docs/authentication/",\#
    "positives":["twitch_key = \"95yh4xviq0jkxz4mg74m0u4k7rlar4\"","<twitchToken>\n  95yh4xviq0jkxz4mg74m0u4k7rlar4\n</twitchToken>"],\#
    "negatives":["twitch: 1","95yh4x"]}
    {"id":"zendesk-key","category":"secret","description":"Zendesk token","keywords":["zendesk"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:zendesk)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{40}|[a-f0-9]{64})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"ZENDESK_KEY","anchored":true,"source":"https://developer.zendesk.com/api-reference/introduction/security-and-auth/",\#
    "positives":["zendesk_key = \"3021fb59385b079b09c698f790adc062f877345fd1b4681d9f54b55b4d26ab06\"","<zendeskToken>\n  3021fb59385b079b09c698f790adc062f877345fd1b4681d9f54b55b4d26ab06\n</zendeskToken>"],\#
    "negatives":["zendesk: 1","3021fb"]}
    {"id":"maxmind-legacy-key","category":"secret","description":"MaxMind licence key","keywords":["maxmind","geoip_license"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:geoip_license|maxmind)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|client|dsn))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9_]{16,40})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.3,"label":"MAXMIND_LEGACY_KEY","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://support.maxmind.com/hc/en-us/articles/4407111582235-Generate-a-License-Key",\#
    "positives":["maxmind_key = \"sZhgcjAZrMJFdvu4U\"","<maxmindToken>\n  sZhgcjAZrMJFdvu4U\n</maxmindToken>"],"negatives":["maxmind: 1","sZhgcj"]}
    {"id":"map-weather-key","category":"secret","description":"Key of a map or weather service",\#
    "keywords":["openweather","weatherapi","here_api","tomtom","locationiq","opencage","ipinfo","ipstack","abstractapi","maptiler","graphhopper","darksky","accuweather","geocodio","what3words","ipgeolocation"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:ipgeolocation|openweather|abstractapi|graphhopper|accuweather|weatherapi|locationiq|what3words|here_api|opencage|maptiler|geocodio|ipstack|darksky|tomtom|ipinfo)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|client|dsn))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+((?=[A-Za-z_-]{0,40}\\d)[A-Za-z0-9_-]{14,45})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.0,"label":"MAP_WEATHER_KEY","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://openweathermap.org/appid",\#
    "positives":["openweather_key = \"ABPYVzqP3Bn8QXjX\"","<openweatherToken>\n  ABPYVzqP3Bn8QXjX\n</openweatherToken>"],\#
    "negatives":["openweather: 1","ABPYVz"]}
    {"id":"security-service-key","category":"secret","description":"Key of a security service",\#
    "keywords":["virustotal","shodan","censys","securitytrails","urlscan","abuseipdb","greynoise","alienvault","otx_","hunter_io","hunterio","haveibeenpwned","hibp","duo_","crowdstrike","qualys","tenable","rapid7","detectify","recaptcha","hcaptcha","turnstile","auth0","onelogin","stytch","clerk","workos","fusionauth","keycloak","firebase","appcenter","expo_","ngrok","zerotier","cloudinary","imgur","unsplash","pexels","giphy","deepl","crowdin","lokalise","transifex","phrase_","wolfram","zapier","ifttt","typeform","jotform","surveymonkey","calendly","eventbrite","box_client","evernote","todoist","wunderlist","pocket_consumer","bitly","rebrandly","feedly","disqus","ghost_admin","wordpress","akismet","jetpack","salesforce","pipedrive","close_api","zoho","marketo","pardot","docusign","hellosign","pandadoc","greenhouse","lever_api","bamboohr","workday","gusto","rippling","namecheap","godaddy","gandi","dnsimple","ns1_","route4me","linode","vultr","hetzner","scaleway","ovh_","upcloud","packet_","equinix","rackspace","exoscale","civo","vapi","livekit","mux_","wistia","vimeo","bunny","backblaze","b2_","wasabi","filebase","storj","pinata","nft_storage","web3","redis_","rabbitmq","memcached","cloudamqp","elastic","kibana","meilisearch","typesense","weaviate","qdrant","milvus","zilliz","fauna","hasura","prisma","appwrite","convex","xata","turso","timescale","cockroach","influx","questdb","couchbase","rethink","dgraph","arango"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:pocket_consumer|securitytrails|haveibeenpwned|surveymonkey|crowdstrike|ghost_admin|nft_storage|meilisearch|virustotal|alienvault|fusionauth|cloudinary|eventbrite|box_client|wunderlist|salesforce|greenhouse|abuseipdb|greynoise|hunter_io|detectify|recaptcha|turnstile|appcenter|transifex|rebrandly|wordpress|pipedrive|close_api|hellosign|lever_api|namecheap|rackspace|backblaze|memcached|cloudamqp|typesense|timescale|cockroach|couchbase|hunterio|hcaptcha|onelogin|keycloak|firebase|zerotier|unsplash|lokalise|typeform|calendly|evernote|docusign|pandadoc|bamboohr|rippling|dnsimple|route4me|scaleway|exoscale|filebase|rabbitmq|weaviate|appwrite|urlscan|tenable|crowdin|phrase_|wolfram|jotform|todoist|akismet|jetpack|marketo|workday|godaddy|hetzner|upcloud|packet_|equinix|livekit|elastic|questdb|rethink|shodan|censys|qualys|rapid7|stytch|workos|pexels|zapier|feedly|disqus|pardot|linode|wistia|wasabi|pinata|redis_|kibana|qdrant|milvus|zilliz|hasura|prisma|convex|influx|dgraph|arango|auth0|clerk|expo_|ngrok|imgur|giphy|deepl|ifttt|bitly|gusto|gandi|vultr|vimeo|bunny|storj|fauna|turso|otx_|hibp|duo_|zoho|ns1_|ovh_|civo|vapi|mux_|web3|xata|b2_)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|client|dsn))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+((?=[A-Za-z_+/-]{0,60}\\d)[A-Za-z0-9_+/=.~-]{16,128})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.4,"label":"SERVICE_KEY","anchored":true,"allow":["^[A-Za-z]+(?:[_./-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://docs.virustotal.com/docs/please-give-me-an-api-key",\#
    "positives":["virustotal_key = \"jBZPw59Ar6hQH57k\"","<virustotalToken>\n  jBZPw59Ar6hQH57k\n</virustotalToken>"],\#
    "negatives":["virustotal: 1","jBZPw5"]}
    {"id":"mapbox-secret-token","category":"secret","description":"Mapbox token with a JSON payload","keywords":["sk.eyJ","pk.eyJ","tk.eyJ"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))[spt]k\\.eyJ[A-Za-z0-9_-]{50,200}\\.[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])",\#
    "label":"MAPBOX_TOKEN","anchored":true,"source":"https://docs.mapbox.com/help/getting-started/access-tokens/",\#
    "positives":["sk.eyJ0cmpRAFzGBZN0DMpoghAqDzFxPmcHYEJYs2Ez80sGv1aa5G6ojha.5yNdd7LAYLStb9k2Hh11Ee","TOKEN=\"sk.eyJ0cmpRAFzGBZN0DMpoghAqDzFxPmcHYEJYs2Ez80sGv1aa5G6ojha.5yNdd7LAYLStb9k2Hh11Ee\" # ok"],\#
    "negatives":["sk.eyJ…","aBsk.eyJ0cmpRAFzGBZN0DMpoghAqDzFxPmcHYEJYs2Ez80sGv1aa5G6ojha.5yNdd7LAYLStb9k2Hh11Ee"]}
    {"id":"hubspot-private-app-token","category":"secret","description":"HubSpot private app token","keywords":["pat-na","pat-eu"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))pat-(?:na|eu)\\d-[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}(?![A-Za-z0-9])",\#
    "label":"HUBSPOT_PRIVATE_APP_TOKEN","anchored":true,"source":"https://developers.hubspot.com/docs/guides/apps/private-apps/overview",\#
    "positives":["pat-na9-9F840D9A-fbaC-DFB7-FEc6-b7300c0CCD65","TOKEN=\"pat-na9-9F840D9A-fbaC-DFB7-FEc6-b7300c0CCD65\" # ok"],\#
    "negatives":["pat-na…","aBpat-na9-9F840D9A-fbaC-DFB7-FEc6-b7300c0CCD65"]}
    {"id":"intercom-style-token","category":"secret","description":"Intercom access token","keywords":["dG9rO"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))dG9rO[A-Za-z0-9+/]{54,60}={0,2}","entropy":3.5,"label":"INTERCOM_TOKEN",\#
    "anchored":true,"source":"https://developers.intercom.com/docs/build-an-integration/learn-more/authentication",\#
    "positives":["dG9rOsxgbFytpoA7zRVMgc1TOCkVFptraRk5zvIhM5Rc00510YoKLDrD5ZgtF","TOKEN=\"dG9rOsxgbFytpoA7zRVMgc1TOCkVFptraRk5zvIhM5Rc00510YoKLDrD5ZgtF\" # ok"],\#
    "negatives":["dG9rO…","aBdG9rOsxgbFytpoA7zRVMgc1TOCkVFptraRk5zvIhM5Rc00510YoKLDrD5ZgtF"]}
    {"id":"cloudinary-url","category":"secret","description":"Cloudinary address with its secret","keywords":["cloudinary://"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))cloudinary://\\d{10,20}:[A-Za-z0-9_-]{20,40}@","label":"CLOUDINARY_URL",\#
    "anchored":true,"source":"https://cloudinary.com/documentation/cloudinary_credentials_tutorial",\#
    "positives":["cloudinary://0719374985:ugxoJ7sYgGL5kcFmpj8ZA@","TOKEN=\"cloudinary://0719374985:ugxoJ7sYgGL5kcFmpj8ZA@\" # ok"],\#
    "negatives":["cloudinary://…","aBcloudinary://0719374985:ugxoJ7sYgGL5kcFmpj8ZA@"]}
    {"id":"firebase-fcm-key","category":"secret","description":"Firebase Cloud Messaging server key","keywords":["AAAA"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{120,180}","entropy":3.5,\#
    "label":"FIREBASE_FCM_KEY","anchored":true,"source":"https://firebase.google.com/docs/cloud-messaging/auth-server",\#
    "positives":["AAAAcZBHgll:APA91bs4U7gOK1df2YMWYFpFFYVn8U8DboFM5jg5d8IFyF5Lcr9AkcAlcSI5sNSYWKVVzGPZBJZIHn5E7DkppeKkBNI820KInklaxnFzdELBYrD3Yq8xCtBoZWvcK0f","TOKEN=\"AAAAcZBHgll:APA91bs4U7gOK1df2YMWYFpFFYVn8U8DboFM5jg5d8IFyF5Lcr9AkcAlcSI5sNSYWKVVzGPZBJZIHn5E7DkppeKkBNI820KInklaxnFzdELBYrD3Yq8xCtBoZWvcK0f\" # ok"],\#
    "negatives":["AAAA…","aBAAAAcZBHgll:APA91bs4U7gOK1df2YMWYFpFFYVn8U8DboFM5jg5d8IFyF5Lcr9AkcAlcSI5sNSYWKVVzGPZBJZIHn5E7DkppeKkBNI820KInklaxnFzdELBYrD3Yq8xCtBoZWvcK0f"]}
    {"id":"issuer-prefix-token","category":"secret","description":"Token whose prefix names its issuer",\#
    "keywords":["sbx_","nk_","uk_","lk_","trigger_","tr_dev_","tr_prod_","inngest_","signkey-","dub_","cal_live_","phc_","phs_","phx_","statsig-","secret-","clerk_","ak_live_","sk_clerk_","e2b_","browserless_","bb_live_","mem0-","m0-","composio_","cohere_","lmnt_","hcaik_","hcalk_","xaat-","xapt-","xaint-","cpln_","edb_","sdp_","bws_","ory_","oryat_","ory_at_","ory_st_","zpka_","unkey_","svix_","testsk_","whpk_","hyperdx_","logto_","nylas_","nyk_","nango_","pk_prod_","sk_production_","secret_live_","secret_test_","apikey_live_","api_live_","api_test_","ATTA"],\#
    "pattern":"(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?:(?:sbx|nk|uk|lk|trigger|tr_(?:dev|prod)|inngest|dub|cal_live|ph[csx]|clerk|ak_live|sk_clerk|e2b|browserless|bb_live|composio|cohere|lmnt|hcaik|hcalk|cpln|edb|sdp|bws|ory(?:at|_at|_st)?|zpka|unkey|svix|testsk|whpk|hyperdx|logto|nylas|nyk|nango|pk_prod|sk_production|secret_(?:live|test)|apikey_live|api_(?:live|test))_(?=[A-Za-z_-]{0,60}\\d)(?=[a-z0-9_-]{0,60}[A-Z]|[a-f0-9]{32})[A-Za-z0-9_-]{20,120}|(?:signkey|statsig|secret|mem0|m0|xaat|xapt|xaint)-(?=[A-Za-z_-]{0,60}\\d)[A-Za-z0-9_-]{32,80}|ATTA[A-Za-z0-9]{60,80})",\#
    "entropy":3.8,"label":"API_KEY","anchored":true,"allow":["^(?:[A-Za-z]+\\d{0,2}[_-])+[A-Za-z]*\\d{0,2}$"],"source":"https://posthog.com/docs/api",\#
    "positives":["phc_9JYjp764a6DwptlBeYS8OHwPxs25wO0sJ9vl9VuSApz"],\#
    "negatives":["secret-word-that-is-long-enough-to-be-a-sentence","cal_events_of_the_week"]}
    """#
}
