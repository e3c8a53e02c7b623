extension BuiltInRules {
  /// Keys of payment, shop and finance services. One rule a line of JSON, in the form that `redact --print-rules` writes and `--rules` reads.
  static let payment: StaticString = #"""
    {"id":"stripe-key","category":"secret","description":"Stripe secret or restricted key",\#
    "keywords":["sk_live_","sk_test_","sk_prod_","rk_live_","rk_test_","rk_prod_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))[rs]k_(?:live|test|prod)_[A-Za-z0-9]{10,247}","entropy":2.8,"label":"STRIPE_KEY",\#
    "anchored":true,"source":"https://docs.stripe.com/keys","positives":["sk_test_qchV8UbPYb","TOKEN=\"sk_test_qchV8UbPYb\" # ok"],\#
    "negatives":["sk_test_…","aBsk_test_qchV8UbPYb"]}
    {"id":"stripe-webhook-secret","category":"secret","description":"Stripe webhook secret","keywords":["whsec_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))whsec_[A-Za-z0-9+/=]{24,80}","entropy":3.0,"label":"WEBHOOK_SECRET","anchored":true,\#
    "source":"https://docs.stripe.com/webhooks","positives":["whsec_JBzrCgl6MX54us4uZl7mORrqo","TOKEN=\"whsec_JBzrCgl6MX54us4uZl7mORrqo\" # ok"],\#
    "negatives":["whsec_…","aBwhsec_JBzrCgl6MX54us4uZl7mORrqo"]}
    {"id":"square-token","category":"secret","description":"Square access token or secret","keywords":["sq0atp-","sq0csp-","sq0idp-","EAAA"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:sq0(?:at|id)p-[A-Za-z0-9_-]{22,60}|sq0csp-[A-Za-z0-9_\\\\^-]{22,60}|(?<![+/])EAAA(?![A-Za-z0-9_-]{0,40}AA)[A-Za-z0-9_-]{56,64}(?![A-Za-z0-9_+/-]))",\#
    "entropy":2.8,"label":"SQUARE_TOKEN","anchored":true,"source":"https://developer.squareup.com/docs/build-basics/access-tokens",\#
    "positives":["sq0idp-A7w5F2brLZxl9omJvHtg4d","TOKEN=\"sq0idp-A7w5F2brLZxl9omJvHtg4d\" # ok"],\#
    "negatives":["sq0idp-…","aBsq0idp-A7w5F2brLZxl9omJvHtg4d"]}
    {"id":"shopify-token","category":"secret","description":"Shopify token or secret",\#
    "keywords":["shpat_","shpss_","shpca_","shppa_","shpua_","shptka_","shprt_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))shp(?:at|ss|ca|pa|ua|tka|rt)_[A-Fa-f0-9]{32}(?![A-Za-z0-9])","label":"SHOPIFY_TOKEN",\#
    "anchored":true,"source":"https://shopify.dev/docs/apps/build/authentication-authorization",\#
    "positives":["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","TOKEN=\"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\" # ok"],\#
    "negatives":["shppa_…","aB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"]}
    {"id":"paypal-braintree-token","category":"secret","description":"Braintree access token","keywords":["access_token$"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))access_token\\$(?:production|sandbox)\\$[a-z0-9]{16}\\$[a-f0-9]{32}(?![a-z0-9])",\#
    "label":"BRAINTREE_TOKEN","anchored":true,"source":"https://developer.paypal.com/braintree/docs/guides/authorization/overview",\#
    "positives":["access_token$production$k3x9q2vm7z4bn8rt$5f0d1c2b3a4958675f0d1c2b3a495867"],"negatives":["access_token$"]}
    {"id":"flutterwave-key","category":"secret","description":"Flutterwave key",\#
    "keywords":["FLWSECK_TEST-","FLWPUBK_TEST-","FLWSECK-","FLWPUBK-","FLWSECK_LIVE-","FLWPUBK_LIVE-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))FLW(?:SEC|PUB)K(?:_TEST|_LIVE)?-[A-Za-z0-9]{12,32}(?:-X)?(?![A-Za-z0-9])",\#
    "entropy":2.8,"label":"FLUTTERWAVE_KEY","anchored":true,"source":"https://developer.flutterwave.com/docs/authentication",\#
    "positives":["FLWPUBK_LIVE-FsWEHKHzTJMb7-X","TOKEN=\"FLWPUBK_LIVE-FsWEHKHzTJMb7-X\" # ok"],\#
    "negatives":["FLWPUBK_LIVE-…","aBFLWPUBK_LIVE-FsWEHKHzTJMb7-X"]}
    {"id":"plaid-token","category":"secret","description":"Plaid access token",\#
    "keywords":["access-production-","access-sandbox-","access-development-","link-production-","public-production-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:access|link|public)-(?:production|sandbox|development)-[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}(?![A-Za-z0-9])",\#
    "label":"PLAID_TOKEN","anchored":true,"source":"https://plaid.com/docs/api/tokens/",\#
    "positives":["access-production-6859A231-DEE4-fcD0-4AfC-0D1A9F8DBc7f","TOKEN=\"access-production-6859A231-DEE4-fcD0-4AfC-0D1A9F8DBc7f\" # ok"],\#
    "negatives":["access-production-…","aBaccess-production-6859A231-DEE4-fcD0-4AfC-0D1A9F8DBc7f"]}
    {"id":"duffel-token","category":"secret","description":"Duffel API token","keywords":["duffel_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))duffel_(?:test|live)_[A-Za-z0-9_=-]{43}","label":"DUFFEL_TOKEN","anchored":true,\#
    "source":"https://duffel.com/docs/api/overview/making-requests",\#
    "positives":["duffel_live_P0Ro9mikb1znrPoEYI8yPVZMfb9wnEViLgFvTRyvkUp","TOKEN=\"duffel_live_P0Ro9mikb1znrPoEYI8yPVZMfb9wnEViLgFvTRyvkUp\" # ok"],\#
    "negatives":["duffel_…","aBduffel_live_P0Ro9mikb1znrPoEYI8yPVZMfb9wnEViLgFvTRyvkUp"]}
    {"id":"easypost-key","category":"secret","description":"EasyPost API key","keywords":["EZAK","EZTK"],\#
    "pattern":"(?:(?<![A-Za-z0-9+/])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))EZ[AT]K[A-Za-z0-9]{54}(?![A-Za-z0-9])","entropy":3.5,"label":"EASYPOST_KEY","anchored":true,\#
    "source":"https://docs.easypost.com/docs/authentication",\#
    "positives":["EZTKt27gM4uzXfJzoEGXXH4QLttnVAMLrcqZqRxFdzjfiqwlKv61HiX7MX","TOKEN=\"EZTKt27gM4uzXfJzoEGXXH4QLttnVAMLrcqZqRxFdzjfiqwlKv61HiX7MX\" # ok"],\#
    "negatives":["EZTK…","EZTK"]}
    {"id":"shippo-token","category":"secret","description":"Shippo API token","keywords":["shippo_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))shippo_(?:live|test)_[A-Fa-f0-9]{40}(?![A-Za-z0-9])","label":"SHIPPO_TOKEN",\#
    "anchored":true,"source":"https://docs.goshippo.com/docs/guides_general/authentication/",\#
    "positives":["shippo_test_cddEA46e0a2DB3a6AcEAa0Eb1cFEF67E6aabb8cF","TOKEN=\"shippo_test_cddEA46e0a2DB3a6AcEAa0Eb1cFEF67E6aabb8cF\" # ok"],\#
    "negatives":["shippo_…","aBshippo_test_cddEA46e0a2DB3a6AcEAa0Eb1cFEF67E6aabb8cF"]}
    {"id":"gocardless-token","category":"secret","description":"GoCardless access token","keywords":["live_","sandbox_"],\#
    "pattern":"(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?:live|sandbox)_(?=[A-Za-z_=-]{0,39}\\d)[A-Za-z0-9_=-]{40}(?![A-Za-z0-9_-])","entropy":4.0,"label":"GOCARDLESS_TOKEN",\#
    "anchored":true,"source":"https://developer.gocardless.com/getting-started/api/making-your-first-request/",\#
    "positives":["live_MVg2B6MmsSrGJ7fCkvtFGaX9VO4iPZPbzLOdYpfO","TOKEN=\"live_MVg2B6MmsSrGJ7fCkvtFGaX9VO4iPZPbzLOdYpfO\" # ok"],\#
    "negatives":["live_…","live_"]}
    {"id":"lob-key","category":"secret","description":"Lob API key","keywords":["live_","test_"],\#
    "pattern":"(?:(?<![A-Za-z0-9_])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?:live|test)_(?:pub_[a-f0-9]{31}|[a-f0-9]{35})(?![A-Za-z0-9])","label":"LOB_KEY","anchored":true,\#
    "source":"https://docs.lob.com/","positives":["live_04d94176ede57074bd82cb8159f25c33dbc","TOKEN=\"live_04d94176ede57074bd82cb8159f25c33dbc\" # ok"],\#
    "negatives":["live_…","live_"]}
    {"id":"adyen-key","category":"secret","description":"Adyen API key","keywords":["AQE"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))AQE[a-z]hmf[A-Za-z0-9+/=-]{60,300}","entropy":3.5,"label":"ADYEN_KEY","anchored":true,\#
    "source":"https://docs.adyen.com/development-resources/api-credentials/",\#
    "positives":["AQEfhmfS8HTOs58lLwz8pxW5lxCv8yY6k9SwkQHJlJRueEb2Q9E9t4VrBnMgO05t7JvTt","TOKEN=\"AQEfhmfS8HTOs58lLwz8pxW5lxCv8yY6k9SwkQHJlJRueEb2Q9E9t4VrBnMgO05t7JvTt\" # ok"],\#
    "negatives":["AQE…","aBAQEfhmfS8HTOs58lLwz8pxW5lxCv8yY6k9SwkQHJlJRueEb2Q9E9t4VrBnMgO05t7JvTt"]}
    {"id":"razorpay-key","category":"secret","description":"Razorpay key id","keywords":["rzp_live_","rzp_test_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))rzp_(?:live|test)_[A-Za-z0-9]{14}(?![A-Za-z0-9])","label":"RAZORPAY_KEY",\#
    "anchored":true,"source":"https://razorpay.com/docs/api/authentication/",\#
    "positives":["rzp_live_V0j6kiO0tMwQM4","TOKEN=\"rzp_live_V0j6kiO0tMwQM4\" # ok"],"negatives":["rzp_live_…","aBrzp_live_V0j6kiO0tMwQM4"]}
    {"id":"mollie-key","category":"secret","description":"Mollie API key","keywords":["live_","test_"],\#
    "pattern":"(?:(?<![A-Za-z0-9_])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?:live|test)_(?=[A-Za-z]{0,29}\\d)[A-Za-z0-9]{30}(?![A-Za-z0-9])","entropy":3.8,"label":"MOLLIE_KEY","anchored":true,\#
    "source":"https://docs.mollie.com/reference/authentication",\#
    "positives":["live_oNRkHLR1QmRRBZAUw2OYixaCJn3WmP","TOKEN=\"live_oNRkHLR1QmRRBZAUw2OYixaCJn3WmP\" # ok"],"negatives":["live_…","live_"]}
    {"id":"paddle-key","category":"secret","description":"Paddle API key","keywords":["pdl_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))pdl_(?:live|sdbx|ntfset)_(?:apikey_)?[a-z0-9]{26}_[A-Za-z0-9]{22,32}(?:_[A-Za-z0-9]{3})?(?![A-Za-z0-9])",\#
    "label":"PADDLE_KEY","anchored":true,"source":"https://developer.paddle.com/api-reference/about/authentication",\#
    "positives":["pdl_ntfset_apikey_9juwzw1g1qwlu357n9uy93huj0_RNgopwNQOKT8XL0Qzc0V2L","TOKEN=\"pdl_ntfset_apikey_9juwzw1g1qwlu357n9uy93huj0_RNgopwNQOKT8XL0Qzc0V2L\" # ok"],\#
    "negatives":["pdl_…","aBpdl_ntfset_apikey_9juwzw1g1qwlu357n9uy93huj0_RNgopwNQOKT8XL0Qzc0V2L"]}
    {"id":"coinbase-cdp-key","category":"secret","description":"Coinbase developer key","keywords":["organizations/"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))organizations/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/apiKeys/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9])",\#
    "label":"COINBASE_CDP_KEY","anchored":true,"source":"https://docs.cdp.coinbase.com/get-started/docs/cdp-api-keys/",\#
    "positives":["organizations/71cc1f84-6ff6-bdbc-ffe3-7ddb0ec6b8dd/apiKeys/63cb0ef4-a2cc-c5b2-63ab-977a24fa5f88","TOKEN=\"organizations/71cc1f84-6ff6-bdbc-ffe3-7ddb0ec6b8dd/apiKeys/63cb0ef4-a2cc-c5b2-63ab-977a24fa5f88\" # ok"],\#
    "negatives":["organizations/…","aBorganizations/71cc1f84-6ff6-bdbc-ffe3-7ddb0ec6b8dd/apiKeys/63cb0ef4-a2cc-c5b2-63ab-977a24fa5f88"]}
    {"id":"maxmind-license-key","category":"secret","description":"MaxMind licence key","keywords":["_mmk"],\#
    "pattern":"(?:(?<![A-Za-z0-9_])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk(?![A-Za-z0-9_])","label":"MAXMIND_LICENSE_KEY",\#
    "source":"https://support.maxmind.com/hc/en-us/articles/4407111582235-Generate-a-License-Key","positives":["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"],\#
    "negatives":["_mmk"]}
    {"id":"freemius-secret-key","category":"secret","description":"Freemius secret key","keywords":["sk_"],\#
    "pattern":"(?<=[\"\\x27])sk_(?=[^\\s\"\\x27]{0,28}[A-Z])(?=[^\\s\"\\x27]{0,28}\\d)[^\\s\"\\x27]{29}(?=[\"\\x27])","entropy":3.5,"label":"FREEMIUS_SECRET_KEY","anchored":true,\#
    "source":"https://freemius.com/help/documentation/wordpress-sdk/integrating-freemius-sdk/",\#
    "positives":["\"secret_key\" => \"sk_7hQ2mZ4kVx&9LbT3n@Rw8HcY5dP!q\""],"negatives":["secret_key => sk_7hQ2mZ4kVx9LbT3nRw8HcY5dPqaaa"]}
    {"id":"finicity-credential","category":"secret","description":"Finicity key or secret","keywords":["finicity"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:finicity)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{32}|[A-Za-z0-9]{20})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.8,"label":"FINICITY_CREDENTIAL","anchored":true,"allow":["^[A-Za-z]+(?:[_-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://developer.mastercard.com/open-banking-us/documentation/",\#
    "positives":["finicity_key = \"aeedf5b1e4ea21f12a7ff0f60801a5c0\"","<finicityToken>\n  aeedf5b1e4ea21f12a7ff0f60801a5c0\n</finicityToken>"],\#
    "negatives":["finicity: 1","aeedf5"]}
    {"id":"plaid-credential","category":"secret","description":"Plaid client id or secret","keywords":["plaid"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:plaid)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|client))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{30}|[A-Za-z0-9]{24})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"PLAID_CREDENTIAL","anchored":true,"allow":["^[A-Za-z]+(?:[_-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://plaid.com/docs/api/#api-access",\#
    "positives":["plaid_key = \"nH6EW6eH6xpicOEZbwbADauA\"","<plaidToken>\n  nH6EW6eH6xpicOEZbwbADauA\n</plaidToken>"],"negatives":["plaid: 1","nH6EW6"]}
    {"id":"coinbase-credential","category":"secret","description":"Coinbase key or secret","keywords":["coinbase"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:coinbase)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9_=-]{64}|[A-Za-z0-9]{32}|[A-Za-z0-9]{16})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.0,"label":"COINBASE_CREDENTIAL","anchored":true,"allow":["^[A-Za-z]+(?:[_-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://docs.cdp.coinbase.com/",\#
    "positives":["coinbase_key = \"qhJbn1BnBLCgk44NcJko2JxJFe6Mfl13\"","<coinbaseToken>\n  qhJbn1BnBLCgk44NcJko2JxJFe6Mfl13\n</coinbaseToken>"],\#
    "negatives":["coinbase: 1","qhJbn1"]}
    {"id":"kraken-secret","category":"secret","description":"Kraken private key","keywords":["kraken"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:kraken)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9+/=_-]{80,90})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.0,"label":"KRAKEN_SECRET","anchored":true,"allow":["^[A-Za-z]+(?:[_-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://docs.kraken.com/api/docs/guides/spot-rest-auth/",\#
    "positives":["kraken_key = \"lP5hlN9YC3DXw1DqtPeS4zNb5k6vUuaJtJGr9MRHgMLzTG2DDubz4JyxOMK4ybA3LFEFUJUi3n8RBU3Edn\"","<krakenToken>\n  lP5hlN9YC3DXw1DqtPeS4zNb5k6vUuaJtJGr9MRHgMLzTG2DDubz4JyxOMK4ybA3LFEFUJUi3n8RBU3Edn\n</krakenToken>"],\#
    "negatives":["kraken: 1","lP5hlN"]}
    {"id":"kucoin-credential","category":"secret","description":"KuCoin key or secret","keywords":["kucoin"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:kucoin)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{24}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"KUCOIN_CREDENTIAL","anchored":true,"allow":["^[A-Za-z]+(?:[_-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://www.kucoin.com/docs/basics/connection-method/authentication/",\#
    "positives":["kucoin_key = \"D0e5320F-f7d1-EA6D-7bEE-4B038E3f2B10\"","<kucoinToken>\n  D0e5320F-f7d1-EA6D-7bEE-4B038E3f2B10\n</kucoinToken>"],\#
    "negatives":["kucoin: 1","D0e532"]}
    {"id":"bittrex-credential","category":"secret","description":"Key of a crypto exchange",\#
    "keywords":["bittrex","binance","bybit","bitfinex","bitmex","bitstamp","gemini_api","okx","huobi","poloniex","gateio","crypto_com","infura","alchemy","etherscan","moralis","quicknode","coinmarketcap","coingecko"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:coinmarketcap|gemini_api|crypto_com|etherscan|quicknode|coingecko|bitfinex|bitstamp|poloniex|bittrex|binance|alchemy|moralis|bitmex|gateio|infura|bybit|huobi|okx)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|client))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9_-]{32,64})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.3,"label":"BITTREX_CREDENTIAL","anchored":true,"allow":["^[A-Za-z]+(?:[_-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://developers.binance.com/docs/binance-spot-api-docs",\#
    "positives":["bittrex_key = \"1eLCvcU9t0Av9QSpzixb468oFwdJ2YJdI8\"","<bittrexToken>\n  1eLCvcU9t0Av9QSpzixb468oFwdJ2YJdI8\n</bittrexToken>"],\#
    "negatives":["bittrex: 1","1eLCvc"]}
    {"id":"freshbooks-token","category":"secret","description":"FreshBooks token","keywords":["freshbooks"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:freshbooks)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{64}|[A-Za-z0-9]{64})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.8,"label":"FRESHBOOKS_TOKEN","anchored":true,"allow":["^[A-Za-z]+(?:[_-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://www.freshbooks.com/api/authentication",\#
    "positives":["freshbooks_key = \"ecca12d36e672164305b360f51eba81829fc4638a092c8220b3d414aa1c2b70e\"","<freshbooksToken>\n  ecca12d36e672164305b360f51eba81829fc4638a092c8220b3d414aa1c2b70e\n</freshbooksToken>"],\#
    "negatives":["freshbooks: 1","ecca12"]}
    {"id":"finnhub-token","category":"secret","description":"Finnhub token","keywords":["finnhub","alphavantage","polygon_api","tiingo","iexcloud"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:alphavantage|polygon_api|iexcloud|finnhub|tiingo)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{16,40})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"FINNHUB_TOKEN","anchored":true,"allow":["^[A-Za-z]+(?:[_-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://finnhub.io/docs/api/authentication",\#
    "positives":["finnhub_key = \"LJpB3F1APD6Jo437C3\"","<finnhubToken>\n  LJpB3F1APD6Jo437C3\n</finnhubToken>"],"negatives":["finnhub: 1","LJpB3F"]}
    {"id":"etsy-token","category":"secret","description":"Etsy key","keywords":["etsy"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:etsy)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|client))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{24})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"ETSY_TOKEN","anchored":true,"allow":["^[A-Za-z]+(?:[_-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://developers.etsy.com/documentation/essentials/authentication/",\#
    "positives":["etsy_key = \"oReSVWb3N2X5GhjGgHvwby6B\"","<etsyToken>\n  oReSVWb3N2X5GhjGgHvwby6B\n</etsyToken>","etsyToken := \"k3x9q2vm7z4bn8rt5w1cp6hd\""],\#
    "negatives":["etsy: 1","oReSVW"]}
    {"id":"squarespace-token","category":"secret","description":"Squarespace key","keywords":["squarespace"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:squarespace)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"SQUARESPACE_TOKEN","anchored":true,"allow":["^[A-Za-z]+(?:[_-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://developers.squarespace.com/commerce-apis/authentication-and-permissions",\#
    "positives":["squarespace_key = \"cCfF6cbD-ffcC-Fb60-92D5-cAc2ae84f4B8\"","<squarespaceToken>\n  cCfF6cbD-ffcC-Fb60-92D5-cAc2ae84f4B8\n</squarespaceToken>"],\#
    "negatives":["squarespace: 1","cCfF6c"]}
    {"id":"payment-credential","category":"secret","description":"Key of a payment service",\#
    "keywords":["paypal","braintree","klarna","adyen","worldpay","checkout_com","paystack","razorpay","payu","mollie","recurly","chargebee","paddle","lemonsqueezy","bigcommerce","woocommerce","magento","quickbooks","xero","taxjar","avalara","wise_api","revolut","dwolla","marqeta","affirm","afterpay","stripe"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:checkout_com|lemonsqueezy|bigcommerce|woocommerce|quickbooks|braintree|chargebee|worldpay|paystack|razorpay|wise_api|afterpay|recurly|magento|avalara|revolut|marqeta|paypal|klarna|mollie|paddle|taxjar|dwolla|affirm|stripe|adyen|payu|xero)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|client))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+((?=[A-Za-z_=-]{0,60}\\d)[A-Za-z0-9_=-]{20,90})(?![A-Za-z0-9_.(=-])",\#
    "group":1,"entropy":3.4,"label":"PAYMENT_CREDENTIAL","anchored":true,"allow":["^[A-Za-z]+(?:[_-][A-Za-z0-9]{1,12})*$"],\#
    "source":"https://developer.paypal.com/api/rest/",\#
    "positives":["paypal_key = \"TKDm2gTE5Bk9K7Qcko26n\"","<paypalToken>\n  TKDm2gTE5Bk9K7Qcko26n\n</paypalToken>"],"negatives":["paypal: 1","TKDm2g"]}
    """#
}
