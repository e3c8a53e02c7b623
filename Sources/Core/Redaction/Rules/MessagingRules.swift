extension BuiltInRules {
  /// Tokens of messaging, mail and social services. One rule a line of JSON, in the form that `redact --print-rules` writes and `--rules` reads.
  static let messaging: StaticString = #"""
    {"id":"slack-token","category":"secret","description":"Slack token",\#
    "keywords":["xoxb-","xoxp-","xoxa-","xoxr-","xoxs-","xoxo-","xoxc-","xoxd-","xoxe-","xoxe."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:xoxe\\.)?xox[abcdeoprs]-(?:\\d-)?(?=[A-Za-z%-]{0,60}\\d)[A-Za-z0-9%/+-]{10,400}+(?![#*]{4})",\#
    "entropy":2.8,"label":"SLACK_TOKEN","anchored":true,\#
    "allow":["^xox[a-z]-[0-9]{1,10}$","^(?:xoxe\\.)?xox[a-z]-(?:\\d{1,5}-)*[A-Za-z_]+(?:-\\d)?$","\\.(?:jpg|png)$","^xox[a-z]-(?:\\d{1,5}-)+[a-z]+\\d{0,3}$"],\#
    "source":"https://docs.slack.dev/authentication/tokens",\#
    "positives":["xoxb-528491037765-Jd8kQm2VxR5tNc7YpLs3WbHf","xoxe.xoxp-1-hXk1PkBFyXwE0bSzz5tF8i9a951lHKrUeiGynTVhtAjn0IuHrG14sfMWKkv7uE9S3XMigNfyiG1FwQtOm15DhlxjVwCqfcft1K9gUcHxNahvHMY1p0pBWh59piEfg4TEwlmJKOpSDBaD"],\#
    "negatives":["xoxb-xxxxxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxx","xoxo-friendship-2.png","xoxb-THE_BOT_TOKEN"]}
    {"id":"slack-app-token","category":"secret","description":"Slack app-level token","keywords":["xapp-","xwfp-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:xapp|xwfp)-\\d?-?[A-Z0-9]{8,14}-\\d{10,14}-[a-z0-9]{32,80}(?![A-Za-z0-9])",\#
    "label":"SLACK_APP_TOKEN","anchored":true,"source":"https://docs.slack.dev/authentication/tokens",\#
    "positives":["xapp-R1CE0JPK-299591726946-qyo0p3s7p4p1vcrnecmnypeae9xzvcgna","TOKEN=\"xapp-R1CE0JPK-299591726946-qyo0p3s7p4p1vcrnecmnypeae9xzvcgna\" # ok"],\#
    "negatives":["xapp-…","aBxapp-R1CE0JPK-299591726946-qyo0p3s7p4p1vcrnecmnypeae9xzvcgna"]}
    {"id":"slack-webhook","category":"secret","description":"Slack webhook or workflow address","keywords":["hooks.slack.com/","hooks.slack-gov.com/"],\#
    "pattern":"hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/([A-Za-z0-9+/]{32,100})","group":1,"label":"SLACK_WEBHOOK","anchored":true,\#
    "source":"https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",\#
    "positives":["https://hooks.slack.com/services/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"],"negatives":["https://hooks.slack.com/services/"]}
    {"id":"discord-webhook","category":"secret","description":"Discord webhook","keywords":["/api/webhooks/","/webhooks/"],\#
    "pattern":"/webhooks/\\d{17,20}/([A-Za-z0-9_-]{50,90})","group":1,"label":"DISCORD_WEBHOOK","anchored":true,\#
    "source":"https://discord.com/developers/docs/resources/webhook",\#
    "positives":["https://discord.com/api/webhooks/861234567890123456/TLuC9vzV0NFUrcpPc1WegVbZB3QnQMjXpUpktItfWBXaV7g9rPjB8BnXS84diWbCkOKx"],\#
    "negatives":["/webhooks/12"]}
    {"id":"discord-bot-token","category":"secret","description":"Discord bot token","trigger":"long-word",\#
    "pattern":"(?:(?<![A-Za-z0-9_.-]))([MNOA][A-Za-z0-9_-]{23,25}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38})(?![A-Za-z0-9_-])","group":1,"label":"DISCORD_TOKEN",\#
    "source":"https://discord.com/developers/docs/reference#authentication","positives":["Nzk4MTQ3MjA1OTMxODQyNzY2.YaBcD2.WT3J68phRwWw0x8qzW4YjYJxTQ3"],\#
    "negatives":["PZ1xGvKTjE0rY0cV8i47CjAb.uRHQPr.Xb1Mk2nEhe-4iUcrGOuegj57zMD"]}
    {"id":"discord-credential","category":"secret","description":"Discord client secret, key or id","keywords":["discord"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:discord)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{64}|[A-Za-z0-9_-]{32}|[0-9]{17,19})(?![A-Za-z0-9_-])",\#
    "group":1,"entropy":2.0,"label":"DISCORD_CREDENTIAL","anchored":true,"source":"https://discord.com/developers/docs/topics/oauth2",\#
    "positives":["discord_key = \"67651769724444372\"","<discordToken>\n  67651769724444372\n</discordToken>"],"negatives":["discord=111111111111111111"]}
    {"id":"teams-webhook","category":"secret","description":"Microsoft Teams webhook","keywords":["webhook.office.com/"],\#
    "pattern":"webhook\\.office\\.com/webhookb?2?/([A-Za-z0-9@-]{36,80}/IncomingWebhook/[A-Za-z0-9]{20,40}/[A-Za-z0-9-]{20,40}(?:/[A-Za-z0-9_-]{20,60})?)",\#
    "group":1,"label":"TEAMS_WEBHOOK","anchored":true,\#
    "source":"https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook",\#
    "positives":["https://acme.webhook.office.com/webhookb2/3f1c9a52-7d4e-4b8a-9f60-2e5d8c1b7a34@91b2c3d4-e5f6-4708-8192-a3b4c5d6e7f8/IncomingWebhook/7e6d5c4b3a291807f6e5d4c3b2a19080/1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d"],\#
    "negatives":["https://acme.webhook.office.com/"]}
    {"id":"power-automate-webhook","category":"secret","description":"Power Automate or Logic Apps workflow address",\#
    "keywords":["logic.azure.com","powerplatform.com"],\#
    "pattern":"(?:logic\\.azure\\.com|powerplatform\\.com)(?::443)?/[^\\s\"\\x27<>]{1,300}?[?&]sig=([A-Za-z0-9_%-]{30,80})","group":1,\#
    "label":"TEAMS_WEBHOOK","anchored":true,"source":"https://learn.microsoft.com/power-automate/",\#
    "positives":["https://prod-07.westeurope.logic.azure.com:443/workflows/9a/triggers/manual/paths/invoke?sv=1.0&sig=Qx7Lm2Vn9Zb4Rt8Yc1Ws5Pk3Hd6Fg0JuTiEoAqCvBnM"],\#
    "negatives":["https://logic.azure.com/"]}
    {"id":"zapier-webhook","category":"secret","description":"Webhook of Zapier, Make, IFTTT, Mattermost or Google Chat",\#
    "keywords":["hooks.zapier.com/hooks/catch/","maker.ifttt.com/","hook.make.com/","hook.integromat.com/","chat.googleapis.com/v1/spaces/"],\#
    "pattern":"(?:hooks\\.zapier\\.com/hooks/catch/(?:v\\d/)?|maker\\.ifttt\\.com/(?:use/|trigger/\\w{1,60}/(?:json/)?with/key/)|hook\\.(?:make|integromat)\\.com/|chat\\.googleapis\\.com/v1/spaces/\\w{6,20}/messages\\?)([A-Za-z0-9_/=&%-]{12,300})",\#
    "group":1,"label":"WEBHOOK","anchored":true,"source":"https://help.zapier.com/hc/en-us/articles/8496288690317",\#
    "positives":["https://hooks.zapier.com/hooks/catch/8412907/b3kz9qw/"],"negatives":["https://hooks.zapier.com/hooks/catch/"]}
    {"id":"telegram-bot-token","category":"secret","description":"Telegram bot token","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9:/_-])[0-9]{5,16}:A(?=[A-Za-z_-]{0,33}\\d|A[A-Z_-]{0,32}[a-z])[A-Za-z0-9_-]{34})(?![A-Za-z0-9_-])","group":1,"label":"TELEGRAM_BOT_TOKEN",\#
    "source":"https://core.telegram.org/bots/api#authorizing-your-bot","positives":["bot: 6184027395:AAFk3Qv9Zx7Lm2Rt8Yc1Ws5PdHb4Gj6NuTi"],\#
    "negatives":["6184027395:AAFk","urn:cid:aaaaaaaaaaaaaaaaaaaa"]}
    {"id":"telegram-bot-url","category":"secret","description":"Telegram bot token in an address","keywords":["api.telegram.org/","/bot"],\#
    "pattern":"(?:api\\.telegram\\.org)?/(?:file/)?bot([0-9]{5,16}:[A-Za-z0-9_-]{34,36})","group":1,"label":"TELEGRAM_BOT_TOKEN","anchored":true,\#
    "source":"https://core.telegram.org/bots/api#authorizing-your-bot",\#
    "positives":["https://api.telegram.org/bot6184027395:AAFk3Qv9Zx7Lm2Rt8Yc1Ws5PdHb4Gj6NuTi/getMe"],\#
    "negatives":["https://api.telegram.org/bot<token>/getMe"]}
    {"id":"twilio-key","category":"secret","description":"Twilio API key or account id",\#
    "trigger":"long-word",\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:SK|AC)[a-f0-9]{32}(?![A-Za-z0-9])","label":"TWILIO_KEY",\#
    "source":"https://www.twilio.com/docs/iam/api-keys","positives":["SK5f0d1c2b3a4958675f0d1c2b3a495867"],"negatives":["SKILLED","ACdeadbeef"]}
    {"id":"twilio-auth-token","category":"secret","description":"Twilio auth token","keywords":["twilio","authy"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:twilio|authy)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{32})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"TWILIO_AUTH_TOKEN","anchored":true,"source":"https://www.twilio.com/docs/iam/access-tokens",\#
    "positives":["twilio_key = \"9937d6969b33f831720ecd6a371f2622\"","<twilioToken>\n  9937d6969b33f831720ecd6a371f2622\n</twilioToken>"],\#
    "negatives":["twilio: 1","9937d6"]}
    {"id":"sendgrid-key","category":"secret","description":"SendGrid API key","keywords":["SG."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))SG\\.[A-Za-z0-9_=-]{20,24}\\.[A-Za-z0-9_=-]{39,50}","entropy":3.5,\#
    "label":"SENDGRID_KEY","anchored":true,"source":"https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/authentication",\#
    "positives":["SG.X2XJvXNKa2sQGaVyXiYS5s.0yvVlHtPxKVuwKa9sLbrNoa2lwSsESFMgI3XQoQdf","TOKEN=\"SG.X2XJvXNKa2sQGaVyXiYS5s.0yvVlHtPxKVuwKa9sLbrNoa2lwSsESFMgI3XQoQdf\" # ok"],\#
    "negatives":["SG.…","aBSG.X2XJvXNKa2sQGaVyXiYS5s.0yvVlHtPxKVuwKa9sLbrNoa2lwSsESFMgI3XQoQdf"]}
    {"id":"sendgrid-loose","category":"secret","description":"SendGrid API key in one run","keywords":["SG."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))SG\\.[A-Za-z0-9=_.-]{66}(?![A-Za-z0-9_-])","entropy":4.0,"label":"SENDGRID_KEY",\#
    "anchored":true,"source":"https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/authentication",\#
    "positives":["SG.jtLFWbkOO8Y13isOrT5y2FDvedZCauaw8MTbyX0hoPiMncBqTJ9vhfo5dKolglrtad","TOKEN=\"SG.jtLFWbkOO8Y13isOrT5y2FDvedZCauaw8MTbyX0hoPiMncBqTJ9vhfo5dKolglrtad\" # ok"],\#
    "negatives":["SG.…","aBSG.jtLFWbkOO8Y13isOrT5y2FDvedZCauaw8MTbyX0hoPiMncBqTJ9vhfo5dKolglrtad"]}
    {"id":"sendinblue-key","category":"secret","description":"Brevo API or SMTP key","keywords":["xkeysib-","xsmtpsib-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))x(?:key|smtp)sib-[A-Fa-f0-9]{64}-[A-Za-z0-9]{16}(?![A-Za-z0-9])","label":"SENDINBLUE_KEY",\#
    "anchored":true,"source":"https://developers.brevo.com/docs/getting-started",\#
    "positives":["xsmtpsib-76d67d35c970d888395dad7e293ffadefe255938bdf8197d050a67d446359c7f-iAu6Wloo9uyIqw7w","TOKEN=\"xsmtpsib-76d67d35c970d888395dad7e293ffadefe255938bdf8197d050a67d446359c7f-iAu6Wloo9uyIqw7w\" # ok"],\#
    "negatives":["xsmtpsib-…","aBxsmtpsib-76d67d35c970d888395dad7e293ffadefe255938bdf8197d050a67d446359c7f-iAu6Wloo9uyIqw7w"]}
    {"id":"mailgun-key","category":"secret","description":"Mailgun key","keywords":["key-","pubkey-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:pub)?key-[a-f0-9]{32}(?![A-Za-z0-9])","label":"MAILGUN_KEY","anchored":true,\#
    "source":"https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth",\#
    "positives":["key-f46e3f24d00deabceb787fa15a314d96","TOKEN=\"key-f46e3f24d00deabceb787fa15a314d96\" # ok"],\#
    "negatives":["key-…","aBkey-f46e3f24d00deabceb787fa15a314d96"]}
    {"id":"mailgun-signing-key","category":"secret","description":"Mailgun signing or API key","keywords":["mailgun"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:mailgun)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}|[a-f0-9]{32})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"MAILGUN_SIGNING_KEY","anchored":true,"source":"https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth",\#
    "positives":["mailgun_key = \"874ff86baa0b7adeb4669cd96e7b00eb-e5b289df-2c6924a4\"","<mailgunToken>\n  874ff86baa0b7adeb4669cd96e7b00eb-e5b289df-2c6924a4\n</mailgunToken>"],\#
    "negatives":["mailgun: 1","874ff8"]}
    {"id":"mailgun-key-shape","category":"secret","description":"Mailgun private key","trigger":"long-word",\#
    "pattern":"(?:(?<![A-Za-z0-9-]))([a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8})(?![A-Za-z0-9-])","group":1,"label":"MAILGUN_KEY",\#
    "source":"https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth","positives":["9f3a1c7e5b2d4f60819a3c5e7b1d2f40-5e6f7a8b-1c2d3e4f"],\#
    "negatives":["9f3a1c7e5b2d4f60819a3c5e7b1d2f40"]}
    {"id":"mailchimp-key","category":"secret","description":"Mailchimp or Mandrill API key","trigger":"long-word",\#
    "pattern":"(?:(?<![A-Za-z0-9]))([a-f0-9]{32}-us\\d{1,2})(?![A-Za-z0-9])","group":1,"label":"MAILCHIMP_KEY",\#
    "source":"https://mailchimp.com/developer/marketing/guides/quick-start/","positives":["3d9c1f7e5b2a4860917f3e5d2c4b6a80-us17"],\#
    "negatives":["3d9c1f7e-us2"]}
    {"id":"resend-api-key","category":"secret","description":"Resend API key","keywords":["re_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}(?![A-Za-z0-9])","entropy":3.3,\#
    "label":"RESEND_API_KEY","anchored":true,"source":"https://resend.com/docs/api-reference/introduction",\#
    "positives":["re_esi5fk3g_4YZl14LP5qjYttFjVu1P3BFe","TOKEN=\"re_esi5fk3g_4YZl14LP5qjYttFjVu1P3BFe\" # ok"],\#
    "negatives":["re_…","aBre_esi5fk3g_4YZl14LP5qjYttFjVu1P3BFe"]}
    {"id":"mail-provider-key","category":"secret","description":"Key of a mail provider",\#
    "keywords":["mandrill","postmark","sparkpost","mailjet","mailersend","elasticemail","sendpulse","customerio","customer_io","loops_api","klaviyo","iterable","courier","vonage","nexmo","plivo","bandwidth_api","telnyx","sinch","infobip","clicksend","textlocal","msg91","onesignal","pusher","pubnub","ably","agora","zoom"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:bandwidth_api|elasticemail|customer_io|mailersend|customerio|sparkpost|sendpulse|loops_api|clicksend|textlocal|onesignal|mandrill|postmark|iterable|mailjet|klaviyo|courier|infobip|vonage|telnyx|pusher|pubnub|nexmo|plivo|sinch|msg91|agora|ably|zoom)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|sid))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+((?:mlsn\\.|pk_|os_v2_app_|KEY)?(?=[A-Za-z_+-]{0,50}\\d)[A-Za-z0-9_:.-]{16,72})",\#
    "group":1,"entropy":3.2,"label":"MESSAGING_KEY","anchored":true,"allow":["^[a-z]+(?:[_.:-][a-z0-9]{1,12})+$","^[A-Za-z.]+$"],\#
    "source":"https://postmarkapp.com/developer/api/overview",\#
    "positives":["mandrill_key = \"FDK25bjGB1SGqICMC\"","<mandrillToken>\n  FDK25bjGB1SGqICMC\n</mandrillToken>"],"negatives":["mandrill: 1","FDK25b"]}
    {"id":"messagebird-token","category":"secret","description":"MessageBird key or client id","keywords":["messagebird","message-bird","message_bird"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:message-bird|message_bird|messagebird)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{25}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"MESSAGEBIRD_TOKEN","anchored":true,"source":"https://developers.messagebird.com/api/#authentication",\#
    "positives":["messagebird_key = \"2KVheQ9BQAlUPrkeLlWQoRbgL\"","<messagebirdToken>\n  2KVheQ9BQAlUPrkeLlWQoRbgL\n</messagebirdToken>"],\#
    "negatives":["messagebird: 1","2KVheQ"]}
    {"id":"facebook-secret","category":"secret","description":"Facebook app secret","keywords":["facebook","fb_app","fb_secret","fbapp","instagram"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:fb_secret|instagram|facebook|fb_app|fbapp)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{32})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"FACEBOOK_SECRET","anchored":true,"source":"https://developers.facebook.com/docs/facebook-login/guides/access-tokens",\#
    "positives":["facebook_key = \"72c4ab76e40ffb9dcd66b897b8150214\"","<facebookToken>\n  72c4ab76e40ffb9dcd66b897b8150214\n</facebookToken>"],\#
    "negatives":["facebook: 1","72c4ab"]}
    {"id":"facebook-app-token","category":"secret","description":"Facebook app access token","trigger":"number",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9|])\\d{15,17}\\|[A-Za-z0-9_-]{27,40})(?![A-Za-z0-9_-])","group":1,"entropy":3.0,"label":"FACEBOOK_TOKEN",\#
    "source":"https://developers.facebook.com/docs/facebook-login/guides/access-tokens",\#
    "positives":["facebook 1740295836617204|Kd8-hVn2QpLx7cZ_bR4tYw9mSs1"],"negatives":["1740295836617204|1740295836617204"]}
    {"id":"facebook-token","category":"secret","description":"Facebook or Instagram access token","keywords":["EAA","IGQ","IGAA"],\#
    "pattern":"(?:(?<![A-Za-z0-9+/])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?:EAA(?:[MCGBDHIJKL]|[A-Z])|IGQV|IGAA)[A-Za-z0-9]{90,400}","entropy":4.0,"label":"FACEBOOK_TOKEN","anchored":true,\#
    "source":"https://developers.facebook.com/docs/facebook-login/guides/access-tokens",\#
    "positives":["IGAAE28nyeKRmsdTlFz7FeBONljuOCZEcvNwlVAdY9MvDcRDNFWOpBLDBYDRBaC74A23UddKqGeHAsBn4yt4qNM9Fv8C08","TOKEN=\"IGAAE28nyeKRmsdTlFz7FeBONljuOCZEcvNwlVAdY9MvDcRDNFWOpBLDBYDRBaC74A23UddKqGeHAsBn4yt4qNM9Fv8C08\" # ok"],\#
    "negatives":["IGAA…","IGAA"]}
    {"id":"twitter-bearer-token","category":"secret","description":"X (Twitter) bearer token","keywords":["AAAAAAAAAAAAAAAAAAAAA"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))A{21,24}(?!A)[A-Za-z0-9%]{60,120}","entropy":3.5,"label":"TWITTER_BEARER_TOKEN",\#
    "anchored":true,"source":"https://docs.x.com/resources/fundamentals/authentication/oauth-2-0/bearer-tokens",\#
    "positives":["AAAAAAAAAAAAAAAAAAAAAAAtJABBlDTcynf4730ZZnqvbGLDseY0QYFPC2wLzwuKDmd7GWo99qP3LF9L0eyO","TOKEN=\"AAAAAAAAAAAAAAAAAAAAAAAtJABBlDTcynf4730ZZnqvbGLDseY0QYFPC2wLzwuKDmd7GWo99qP3LF9L0eyO\" # ok"],\#
    "negatives":["AAAAAAAAAAAAAAAAAAAAA…","aBAAAAAAAAAAAAAAAAAAAAAAAtJABBlDTcynf4730ZZnqvbGLDseY0QYFPC2wLzwuKDmd7GWo99qP3LF9L0eyO"]}
    {"id":"twitter-access-token","category":"secret","description":"X (Twitter) access token","trigger":"number",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9-])[0-9]{15,25}-(?=[A-Za-z]{0,20}\\d)(?=[a-z0-9]{0,40}[A-Z])[A-Za-z0-9]{20,42})(?![A-Za-z0-9-])","group":1,"entropy":3.5,\#
    "label":"TWITTER_TOKEN","source":"https://docs.x.com/resources/fundamentals/authentication/oauth-1-0-a/api-key-and-secret",\#
    "positives":["7261940583317264-Kd8hVn2QpLx7cZbR4tYw9mSs1fGj5H"],"negatives":["726194058331726-1234567890"]}
    {"id":"twitter-credential","category":"secret","description":"X (Twitter) key or secret","keywords":["twitter","tw_consumer","tw_access"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:tw_consumer|tw_access|twitter)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{50}|[A-Za-z0-9]{45}|[A-Za-z0-9]{25})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.2,"label":"TWITTER_CREDENTIAL","anchored":true,"allow":["^[A-Za-z]+$"],\#
    "source":"https://docs.x.com/resources/fundamentals/authentication/oauth-1-0-a/api-key-and-secret",\#
    "positives":["twitter_key = \"LWjvjbmFrTB5odNKVfEmspejVT0O7UavHBGJeuIRh2mJ38PA0B\"","<twitterToken>\n  LWjvjbmFrTB5odNKVfEmspejVT0O7UavHBGJeuIRh2mJ38PA0B\n</twitterToken>"],\#
    "negatives":["twitter: 1","LWjvjb"]}
    {"id":"social-credential","category":"secret","description":"Client secret of a social or media service",\#
    "keywords":["linkedin","twitch","spotify","reddit","pinterest","tiktok","snapchat","tumblr","vimeo","youtube","flickr","strava","fitbit","soundcloud","dailymotion","kakao","naver","wechat","line_channel","line_notify","vk_","weibo","gitter","mattermost","rocketchat","zulip","matrix_","intercom","zendesk","freshdesk","helpscout","drift","front_api","crisp","trello","asana","monday_api","clickup_api","basecamp","smartsheet","wrike"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:line_channel|dailymotion|line_notify|clickup_api|soundcloud|mattermost|rocketchat|monday_api|smartsheet|pinterest|freshdesk|helpscout|front_api|linkedin|snapchat|intercom|basecamp|spotify|youtube|matrix_|zendesk|twitch|reddit|tiktok|tumblr|flickr|strava|fitbit|wechat|gitter|trello|vimeo|kakao|naver|weibo|zulip|drift|crisp|asana|wrike|vk_)(?=[\\w.-]{0,30}(?i:token|key|secret|auth|pass|client))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+((?=[A-Za-z_=-]{0,60}\\d)[A-Za-z0-9_=-]{14,64})(?![A-Za-z0-9_.(-])",\#
    "group":1,"entropy":3.0,"label":"SOCIAL_CREDENTIAL","anchored":true,"allow":["^[A-Za-z]+(?:[_-][A-Za-z0-9]{1,12})*$","^[A-Za-z]+\\d{1,4}$"],\#
    "source":"https://learn.microsoft.com/linkedin/shared/authentication/authentication",\#
    "positives":["linkedin_key = \"B3OGiyylej9vrC\"","<linkedinToken>\n  B3OGiyylej9vrC\n</linkedinToken>"],"negatives":["trello: board"]}
    """#
}
