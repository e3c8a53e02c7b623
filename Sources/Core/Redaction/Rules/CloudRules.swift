extension BuiltInRules {
  /// Credentials of cloud providers and infrastructure. One rule a line of JSON, in the form that `redact --print-rules` writes and `--rules` reads.
  static let cloud: StaticString = #"""
    {"id":"aws-access-key-id","category":"secret","description":"AWS access key id","keywords":["AKIA","ASIA","ABIA","ACCA","A3T"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])",\#
    "label":"AWS_ACCESS_KEY_ID","anchored":true,"allow":["X{16}"],"source":"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",\#
    "positives":["ABIAFFB2WPDG5WS52ZS5","TOKEN=\"ABIAFFB2WPDG5WS52ZS5\" # ok"],"negatives":["ABIA…","aBABIAFFB2WPDG5WS52ZS5"]}
    {"id":"aws-secret-access-key","category":"secret","description":"AWS secret access key",\#
    "keywords":["aws_secret","aws-secret","awssecret","aws_access","aws_sk","secret_access_key","secretaccesskey","secret-access-key","aws.secret"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:secret_access_key|secret-access-key|secretaccesskey|aws_secret|aws-secret|aws_access|aws\\.secret|awssecret|aws_sk)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])",\#
    "group":1,"entropy":3.5,"label":"AWS_SECRET_ACCESS_KEY","anchored":true,\#
    "source":"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",\#
    "positives":["aws_secret_key = \"cLzxsYgxSX5Q0VkGRdKPdAI9Evq3ODSIcJ8gAuJY\"","<aws_secretToken>\n  cLzxsYgxSX5Q0VkGRdKPdAI9Evq3ODSIcJ8gAuJY\n</aws_secretToken>"],\#
    "negatives":["aws_secret: 1","cLzxsY"]}
    {"id":"aws-session-token","category":"secret","description":"AWS session token",\#
    "keywords":["aws_session_token","aws-session-token","awssessiontoken","sessiontoken","x-amz-security-token"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:x-amz-security-token|aws_session_token|aws-session-token|awssessiontoken|sessiontoken)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9/+=%]{100,2000})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.5,"label":"AWS_SESSION_TOKEN","anchored":true,\#
    "source":"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",\#
    "positives":["aws_session_token_key = \"HwCHEDy5qYdpVcJ8iccDADPOJG92ETwiZ0hIq3vp4PUrGlU4O6nR6jNmFFONhfyUYMQT3JnqDTcUASQti4QVY6POjWzW3lEUmKnCWd\"","<aws_session_tokenToken>\n  HwCHEDy5qYdpVcJ8iccDADPOJG92ETwiZ0hIq3vp4PUrGlU4O6nR6jNmFFONhfyUYMQT3JnqDTcUASQti4QVY6POjWzW3lEUmKnCWd\n</aws_session_tokenToken>"],\#
    "negatives":["aws_session_token: 1","HwCHED"]}
    {"id":"aws-bedrock-api-key","category":"secret","description":"Amazon Bedrock API key","keywords":["ABSK","bedrock-api-key-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:ABSK[A-Za-z0-9+/]{80,269}={0,2}(?![A-Za-z0-9+/=])|bedrock-api-key-[A-Za-z0-9+/_]{40,4000}={0,2})",\#
    "entropy":3.0,"label":"AWS_BEDROCK_API_KEY","anchored":true,"source":"https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",\#
    "positives":["ABSKZNnERXDDx4mAcUnRnabSUu3b07nIuGTLJ8ii8wLStixQMAXugDoCfYnZIpliOgMgKxSgWXiIkJTgTwjGp==","TOKEN=\"ABSKZNnERXDDx4mAcUnRnabSUu3b07nIuGTLJ8ii8wLStixQMAXugDoCfYnZIpliOgMgKxSgWXiIkJTgTwjGp==\" # ok"],\#
    "negatives":["ABSK…","aBABSKZNnERXDDx4mAcUnRnabSUu3b07nIuGTLJ8ii8wLStixQMAXugDoCfYnZIpliOgMgKxSgWXiIkJTgTwjGp=="]}
    {"id":"aws-bedrock-short-key","category":"secret","description":"Amazon Bedrock short-lived key","keywords":["bedrock-api-key-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=._-]{0,4000}+",\#
    "label":"AWS_BEDROCK_SHORT_KEY","anchored":true,"source":"https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",\#
    "positives":["key: bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29tLz9BY3Rpb249"],"negatives":["bedrock-api-key-","bedrock-api-key-id"]}
    {"id":"aws-mws-token","category":"secret","description":"Amazon MWS auth token","keywords":["amzn.mws."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))amzn\\.mws\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9])",\#
    "label":"AWS_MWS_TOKEN","anchored":true,"source":"https://developer-docs.amazon.com/sp-api/",\#
    "positives":["amzn.mws.a3af1ee6-94ad-2126-d678-345080293cc4","TOKEN=\"amzn.mws.a3af1ee6-94ad-2126-d678-345080293cc4\" # ok"],\#
    "negatives":["amzn.mws.…","aBamzn.mws.a3af1ee6-94ad-2126-d678-345080293cc4"]}
    {"id":"gcp-api-key","category":"secret","description":"Google API key, but for those of its own that Google publishes in the source of its Firebase SDKs, and the alphabet","keywords":["AIza"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])","entropy":3.0,"label":"GOOGLE_API_KEY",\#
    "anchored":true,"allow":["abcdefghijklmnopqrstuvwxyz",\#
    "^(?:AIzaSyAnLA7NfeLquW1tJFpx_eQCxoX-oo6YyIs|AIzaSyCkEhVjf3pduRDt6d1yKOMitrUEke8agEM|AIzaSyDMAScliyLx7F0NPDEJi1QmyCgHIAODrlU)$",\#
    "^(?:AIzaSyD3asb-2pEZVqMkmL6M9N6nHZRR_znhrh0|AIzaSyAdOS2zB6NCsk1pCdZ4-P6GBdi_UUPwX7c|AIzaSyASWm6HmTMdYWpgMnjRBjxcQ9CKctWmLd4)$",\#
    "^(?:AIzaSyANUvH9H9BsUccjsu2pCmEkOPjjaXeDQgY|AIzaSyA5_iVawFQ8ABuTZNUdcwERLJv_a_p4wtM|AIzaSyA4UrcGxgwQFTfaI3no3t7Lt1sjmdnP5sQ)$",\#
    "^(?:AIzaSyDSb51JiIcB6OJpwwMicseKRhhrOq1cS7g|AIzaSyBF2RrAIm4a0mO64EShQfqfd2AFnzAvvuU|AIzaSyBcE-OOIbhjyR83gm4r2MFCu4MJmprNXsw)$",\#
    "^(?:AIzaSyB8qGxt4ec15vitgn44duC5ucxaOi4FmqE|AIzaSyA8vmApnrHNFE0bApF4hoZ11srVL_n0nvY|AIzayDNSXIbFmlXbIE6mCzDLQAqITYefhixbX4A)$"],\#
    "source":"https://cloud.google.com/docs/authentication/api-keys https://github.com/firebase/firebase-android-sdk",\#
    "positives":["AIza3qXeL7IKxgM4CQHvefQ6Bf8jURhLRbVtr5U","TOKEN=\"AIza3qXeL7IKxgM4CQHvefQ6Bf8jURhLRbVtr5U\" # ok"],\#
    "negatives":["AIzaSyCkEhVjf3pduRDt6d1yKOMitrUEke8agEM","AIzaxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","AIza…","aBAIza3qXeL7IKxgM4CQHvefQ6Bf8jURhLRbVtr5U"]}
    {"id":"gcp-oauth-access-token","category":"secret","description":"Google OAuth access token","keywords":["ya29."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))ya29\\.[A-Za-z0-9_-]{20,600}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"GOOGLE_OAUTH_TOKEN","anchored":true,"source":"https://developers.google.com/identity/protocols/oauth2",\#
    "positives":["ya29.efoTrGyOujkRl1kcUB6v","TOKEN=\"ya29.efoTrGyOujkRl1kcUB6v\" # ok"],"negatives":["ya29.…","aBya29.efoTrGyOujkRl1kcUB6v"]}
    {"id":"gcp-oauth-client-secret","category":"secret","description":"Google OAuth client secret","keywords":["GOCSPX-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))GOCSPX-[A-Za-z0-9_-]{28}(?![A-Za-z0-9_-])","entropy":3.0,\#
    "label":"GOOGLE_CLIENT_SECRET","anchored":true,"source":"https://developers.google.com/identity/protocols/oauth2",\#
    "positives":["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","TOKEN=\"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\" # ok"],\#
    "negatives":["GOCSPX-…","aBGOCSPX-h2abnQJjAVp7oVeBo7lVpmDVCDgH"]}
    {"id":"gcp-oauth-refresh-token","category":"secret","description":"Google OAuth refresh token or authorization code","keywords":["1//0","4/0A"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:1//0[A-Za-z0-9_-]{30,300}|4/0A[A-Za-z0-9_-]{30,300})(?![A-Za-z0-9])","entropy":3.5,\#
    "label":"GOOGLE_REFRESH_TOKEN","anchored":true,"source":"https://developers.google.com/identity/protocols/oauth2",\#
    "positives":["4/0APmuiruOjgSZ3Gy7QpQWOgKtinRS8Ld","TOKEN=\"4/0APmuiruOjgSZ3Gy7QpQWOgKtinRS8Ld\" # ok"],\#
    "negatives":["4/0A…","aB4/0APmuiruOjgSZ3Gy7QpQWOgKtinRS8Ld"]}
    {"id":"gcp-service-account","category":"secret","description":"Private key id of a Google service account in JSON text","keywords":["private_key_id"],\#
    "pattern":"(?i)private_key_id[\"\\x27\\\\]{0,4}\\s{0,8}:\\s{0,8}[\"\\x27\\\\]{1,4}([0-9a-f]{40})(?![0-9A-Za-z])","group":1,\#
    "label":"GCP_PRIVATE_KEY_ID","anchored":true,"source":"https://cloud.google.com/iam/docs/keys-create-delete",\#
    "positives":["{\"type\": \"service_account\", \"private_key_id\": \"8f14e45fceea167a5a36dedd4bea2543c7d81a90\"}"],\#
    "negatives":["\"private_key_id\": \"<id>\""]}
    {"id":"gcp-service-account-type","category":"secret","description":"Type member of a Google service account key",\#
    "keywords":["service_account\"","service_account'"],"pattern":"(?<=[\"\\x27])service_account(?=[\"\\x27\\\\])","label":"GCP_SERVICE_ACCOUNT",\#
    "anchored":true,"source":"https://cloud.google.com/iam/docs/keys-create-delete","positives":["\"type\": \"service_account\""],\#
    "negatives":["service_account = 1"]}
    {"id":"azure-ad-client-secret","category":"secret","description":"Microsoft Entra client secret",\#
    "keywords":["0Q~","1Q~","2Q~","3Q~","4Q~","5Q~","6Q~","7Q~","8Q~","9Q~"],\#
    "pattern":"(?:(?<![A-Za-z0-9_~.-])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))[A-Za-z0-9_~.]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])","entropy":3.0,"label":"AZURE_CLIENT_SECRET",\#
    "source":"https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials","positives":["secret: k3x8Q~Qm4VtZb0uWc7yEr.1sLpHn-JdGaTf_oXiB"],\#
    "negatives":["~~~~~~~~8Q~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~","k3x8Q~short"]}
    {"id":"azure-storage-key","category":"secret","description":"Azure storage or Cosmos DB account key",\#
    "keywords":["AccountKey","account_key","storage_key","storagekey","cosmos","accesskey","SharedAccessKey","primary_key","primarykey","masterkey","master_key"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:SharedAccessKey|account_key|storage_key|primary_key|AccountKey|storagekey|primarykey|master_key|accesskey|masterkey|cosmos)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9+/]{86}==|[A-Za-z0-9+/]{43}=)",\#
    "group":1,"entropy":3.5,"label":"AZURE_STORAGE_KEY","anchored":true,\#
    "source":"https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage",\#
    "positives":["AccountKey_key = \"76q0JrEUf4RqViTMpDqGg860e9PRM0CRAGSBjuufI0YRvgVuCQCF71JCEg1QjV5RHDDBJxMecsyp8KsN3ZsZZb==\"","<AccountKeyToken>\n  76q0JrEUf4RqViTMpDqGg860e9PRM0CRAGSBjuufI0YRvgVuCQCF71JCEg1QjV5RHDDBJxMecsyp8KsN3ZsZZb==\n</AccountKeyToken>"],\#
    "negatives":["AccountKey: 1","76q0Jr"]}
    {"id":"azure-devops-pat","category":"secret","description":"Azure DevOps personal access token","keywords":["JQQJ99"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}(?![A-Za-z0-9])","label":"AZURE_DEVOPS_PAT",\#
    "source":"https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",\#
    "positives":["i7TVr9NnG0keoFCWamiUjXE7YqKRiLlxA2SRbgpYDOXVLxw79AErJQQJ99O8NCG6DLMKCF6VAZDOeN7sP8zW"],"negatives":["JQQJ99"]}
    {"id":"azure-sas-signature","category":"secret","description":"Signature of an Azure shared access signature",\#
    "keywords":["?sig=","&sig=",";sig="," sig="],"pattern":"[?&; ]sig=([A-Za-z0-9%/+_-]{30,120}={0,2})","group":1,"entropy":3.0,\#
    "label":"AZURE_SAS_SIGNATURE","anchored":true,"source":"https://learn.microsoft.com/azure/storage/common/storage-sas-overview",\#
    "positives":["https://acct.blob.core.windows.net/c?sv=2022-11-02&sp=r&sig=Zk3vQ1mN8xR2tY7uW0pLs5dFhJaGcBeI4oKzXnVqM9E%3D"],"negatives":["&sig=abc"]}
    {"id":"alibaba-secret-key","category":"secret","description":"Alibaba Cloud access key secret","keywords":["alibaba","aliyun","alicloud"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:alicloud|alibaba|aliyun)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{30})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"ALIBABA_SECRET_KEY","anchored":true,\#
    "source":"https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",\#
    "positives":["alibaba_key = \"7UFJNVaSChPmI7AhPxYuKKaiqQEtKl\"","<alibabaToken>\n  7UFJNVaSChPmI7AhPxYuKKaiqQEtKl\n</alibabaToken>"],\#
    "negatives":["alibaba: 1","7UFJNV"]}
    {"id":"alibaba-access-key-id","category":"secret","description":"Alibaba Cloud access key id","keywords":["LTAI"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))LTAI[A-Za-z0-9]{16,26}(?![A-Za-z0-9])","entropy":3.0,"label":"ALIBABA_ACCESS_KEY_ID",\#
    "anchored":true,"source":"https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",\#
    "positives":["LTAIeAICVMGI2eQ8BSp2l6","TOKEN=\"LTAIeAICVMGI2eQ8BSp2l6\" # ok"],"negatives":["LTAI…","aBLTAIeAICVMGI2eQ8BSp2l6"]}
    {"id":"tencent-secret-id","category":"secret","description":"Tencent Cloud secret id","keywords":["AKID"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))AKID[A-Za-z0-9]{32}(?![A-Za-z0-9])","entropy":3.0,"label":"TENCENT_SECRET_ID",\#
    "anchored":true,"source":"https://www.tencentcloud.com/document/product/598/32675",\#
    "positives":["AKIDHzNMKlvIL1QorGtF65PsT6EEakh5RBru","TOKEN=\"AKIDHzNMKlvIL1QorGtF65PsT6EEakh5RBru\" # ok"],\#
    "negatives":["AKID…","aBAKIDHzNMKlvIL1QorGtF65PsT6EEakh5RBru"]}
    {"id":"digitalocean-token","category":"secret","description":"DigitalOcean token","keywords":["dop_v1_","doo_v1_","dor_v1_","dos_v1_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))do[oprs]_v1_[a-f0-9]{64}(?![A-Za-z0-9])","label":"DIGITALOCEAN_TOKEN","anchored":true,\#
    "source":"https://docs.digitalocean.com/reference/api/create-personal-access-token/",\#
    "positives":["dos_v1_fb095c8f12021b78e89e30be89ac7dc04a456e5421634612adbb0d167d5d2eab","TOKEN=\"dos_v1_fb095c8f12021b78e89e30be89ac7dc04a456e5421634612adbb0d167d5d2eab\" # ok"],\#
    "negatives":["dos_v1_…","aBdos_v1_fb095c8f12021b78e89e30be89ac7dc04a456e5421634612adbb0d167d5d2eab"]}
    {"id":"digitalocean-spaces-key","category":"secret","description":"DigitalOcean Spaces secret","keywords":["spaces_secret","spaces_access","do_spaces"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:spaces_secret|spaces_access|do_spaces)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9/+]{43})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.5,"label":"DIGITALOCEAN_SPACES_KEY","anchored":true,\#
    "source":"https://docs.digitalocean.com/products/spaces/how-to/manage-access/",\#
    "positives":["spaces_secret_key = \"HRnccyMp5iJlTfqLsjOHIvDPG2l30p14gctxmx4rKut\"","<spaces_secretToken>\n  HRnccyMp5iJlTfqLsjOHIvDPG2l30p14gctxmx4rKut\n</spaces_secretToken>"],\#
    "negatives":["spaces_secret: 1","HRnccy"]}
    {"id":"cloudflare-api-key","category":"secret","description":"Cloudflare API token or global key",\#
    "keywords":["cloudflare","cf_api","cf_token","cf_key","cf-api"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:cloudflare|cf_token|cf_api|cf_key|cf-api)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{37}|[A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])",\#
    "group":1,"entropy":3.0,"label":"CLOUDFLARE_API_KEY","anchored":true,"source":"https://developers.cloudflare.com/fundamentals/api/get-started/",\#
    "positives":["cloudflare_key = \"YTuplZt5pSbiFXekaP2FA6xnZGXRbxEhxpRaJQ9q\"","<cloudflareToken>\n  YTuplZt5pSbiFXekaP2FA6xnZGXRbxEhxpRaJQ9q\n</cloudflareToken>"],\#
    "negatives":["cloudflare: 1","YTuplZ"]}
    {"id":"cloudflare-origin-ca-key","category":"secret","description":"Cloudflare Origin CA key","keywords":["v1.0-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))v1\\.0-[a-f0-9]{24}-[a-f0-9]{146}(?![A-Za-z0-9])","label":"CLOUDFLARE_ORIGIN_CA_KEY",\#
    "anchored":true,"source":"https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/",\#
    "positives":["v1.0-f1ca197772039e4900c5f5c3-f189f0ce71f85d072caac40baf9a2d13a09ae7cb138af9b0a52b37b03caa5d177855cebf4c15a4cf8f761e5033ec54271f16a8e4ec24e9526e0a10c6da877dc4d77ff8ef3fc249ddde","TOKEN=\"v1.0-f1ca197772039e4900c5f5c3-f189f0ce71f85d072caac40baf9a2d13a09ae7cb138af9b0a52b37b03caa5d177855cebf4c15a4cf8f761e5033ec54271f16a8e4ec24e9526e0a10c6da877dc4d77ff8ef3fc249ddde\" # ok"],\#
    "negatives":["v1.0-…","aBv1.0-f1ca197772039e4900c5f5c3-f189f0ce71f85d072caac40baf9a2d13a09ae7cb138af9b0a52b37b03caa5d177855cebf4c15a4cf8f761e5033ec54271f16a8e4ec24e9526e0a10c6da877dc4d77ff8ef3fc249ddde"]}
    {"id":"cloudflare-token-prefixed","category":"secret","description":"Cloudflare API token with a prefix","keywords":["cfut_","cfat_","cfk_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))cf(?:ut|at|k)_[A-Za-z0-9]{40}[a-f0-9]{8}(?![A-Za-z0-9])",\#
    "label":"CLOUDFLARE_TOKEN_PREFIXED","anchored":true,"source":"https://developers.cloudflare.com/fundamentals/api/get-started/",\#
    "positives":["cfut_K3B1G2puuw1RTRMAtt74acDFzOczR3YQfhW598eR3f5131f2","TOKEN=\"cfut_K3B1G2puuw1RTRMAtt74acDFzOczR3YQfhW598eR3f5131f2\" # ok"],\#
    "negatives":["cfut_…","aBcfut_K3B1G2puuw1RTRMAtt74acDFzOczR3YQfhW598eR3f5131f2"]}
    {"id":"heroku-api-key","category":"secret","description":"Heroku API key","keywords":["heroku"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:heroku)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"HEROKU_API_KEY","anchored":true,"source":"https://devcenter.heroku.com/articles/authentication",\#
    "positives":["heroku_key = \"565b0DFd-0922-Aaeb-2CFC-Dfc93b6cAd3E\"","<herokuToken>\n  565b0DFd-0922-Aaeb-2CFC-Dfc93b6cAd3E\n</herokuToken>"],\#
    "negatives":["heroku: 1","565b0D"]}
    {"id":"heroku-platform-key","category":"secret","description":"Heroku platform token","keywords":["HRKU-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))HRKU-[A-Za-z0-9_-]{36,70}(?![A-Za-z0-9_-])","entropy":3.0,\#
    "label":"HEROKU_PLATFORM_KEY","anchored":true,"source":"https://devcenter.heroku.com/articles/authentication",\#
    "positives":["HRKU-Eabcr54O7lByd0qEdeKQsK5AADHOGv0lnjVd3d","TOKEN=\"HRKU-Eabcr54O7lByd0qEdeKQsK5AADHOGv0lnjVd3d\" # ok"],\#
    "negatives":["HRKU-…","aBHRKU-Eabcr54O7lByd0qEdeKQsK5AADHOGv0lnjVd3d"]}
    {"id":"flyio-token","category":"secret","description":"Fly.io access token","keywords":["fo1_","fm1r_","fm1a_","fm2_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:fo1_[A-Za-z0-9_-]{43}|fm(?:1[ar]|2)_[A-Za-z0-9+/]{80,2000}={0,3})(?![A-Za-z0-9_-])",\#
    "entropy":3.0,"label":"FLYIO_TOKEN","anchored":true,"source":"https://fly.io/docs/security/tokens/",\#
    "positives":["fo1_GNVynEapWiRWooqRWn4BrzTJ19qWsJhMQe9wVQWR9ah","TOKEN=\"fo1_GNVynEapWiRWooqRWn4BrzTJ19qWsJhMQe9wVQWR9ah\" # ok"],\#
    "negatives":["fo1_…","aBfo1_GNVynEapWiRWooqRWn4BrzTJ19qWsJhMQe9wVQWR9ah"]}
    {"id":"vercel-token","category":"secret","description":"Vercel token","keywords":["vcp_","vci_","vca_","vcr_","vck_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))vc[piark]_[A-Za-z0-9]{8}[A-Za-z0-9_-]{16,72}(?![A-Za-z0-9])","entropy":3.0,"label":"VERCEL_TOKEN",\#
    "anchored":true,"source":"https://vercel.com/docs/rest-api","positives":["vcp_feZRkm4O9RQOnCHQaYlqih20","TOKEN=\"vcp_feZRkm4O9RQOnCHQaYlqih20\" # ok"],\#
    "negatives":["vcp_…","aBvcp_feZRkm4O9RQOnCHQaYlqih20"]}
    {"id":"vercel-access-token","category":"secret","description":"Vercel access token","keywords":["vercel"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:vercel)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{24})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"VERCEL_ACCESS_TOKEN","anchored":true,"source":"https://vercel.com/docs/rest-api",\#
    "positives":["vercel_key = \"GBbxLNRp2wY5FsxrAiUCCTBG\"","<vercelToken>\n  GBbxLNRp2wY5FsxrAiUCCTBG\n</vercelToken>"],\#
    "negatives":["vercel: 1","GBbxLN"]}
    {"id":"netlify-pat","category":"secret","description":"Netlify personal access token","keywords":["nfp_","nfc_","nfo_","nfu_","nfb_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))nf[pcoub]_[A-Za-z0-9_-]{36,40}(?![A-Za-z0-9])","entropy":3.0,"label":"NETLIFY_PAT",\#
    "anchored":true,"source":"https://docs.netlify.com/api/get-started/",\#
    "positives":["nfu_z9BhC4z50UPoSboxsQ4DHdQSSpij0eJ2TcBnnx","TOKEN=\"nfu_z9BhC4z50UPoSboxsQ4DHdQSSpij0eJ2TcBnnx\" # ok"],\#
    "negatives":["nfu_…","aBnfu_z9BhC4z50UPoSboxsQ4DHdQSSpij0eJ2TcBnnx"]}
    {"id":"netlify-access-token","category":"secret","description":"Netlify access token","keywords":["netlify"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:netlify)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9=_-]{40,46})",\#
    "group":1,"entropy":3.0,"label":"NETLIFY_ACCESS_TOKEN","anchored":true,"source":"https://docs.netlify.com/api/get-started/",\#
    "positives":["netlify_key = \"ONBPPQL5LQry5mjRAeDH0TzxKegP3zz8TXxrC4KO\"","<netlifyToken>\n  ONBPPQL5LQry5mjRAeDH0TzxKegP3zz8TXxrC4KO\n</netlifyToken>"],\#
    "negatives":["netlify: 1","ONBPPQ"]}
    {"id":"render-api-key","category":"secret","description":"Render API key","keywords":["rnd_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))rnd_[A-Za-z0-9]{24,40}(?![A-Za-z0-9])","entropy":3.0,"label":"RENDER_API_KEY",\#
    "anchored":true,"source":"https://render.com/docs/api","positives":["rnd_SxQXeohzU3OpkVIWQ5SgnOv6","TOKEN=\"rnd_SxQXeohzU3OpkVIWQ5SgnOv6\" # ok"],\#
    "negatives":["rnd_…","aBrnd_SxQXeohzU3OpkVIWQ5SgnOv6"]}
    {"id":"scalingo-api-token","category":"secret","description":"Scalingo API token","keywords":["tk-us-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))tk-us-[A-Za-z0-9_-]{48}(?![A-Za-z0-9_-])","entropy":3.0,"label":"SCALINGO_API_TOKEN",\#
    "anchored":true,"source":"https://developers.scalingo.com/tokens",\#
    "positives":["tk-us-uBZfWN5WP0MGOrtInean7swnuWU3yHt1KMQR6zekDvuI0QgB","TOKEN=\"tk-us-uBZfWN5WP0MGOrtInean7swnuWU3yHt1KMQR6zekDvuI0QgB\" # ok"],\#
    "negatives":["tk-us-…","aBtk-us-uBZfWN5WP0MGOrtInean7swnuWU3yHt1KMQR6zekDvuI0QgB"]}
    {"id":"yandex-cloud-api-key","category":"secret","description":"Yandex Cloud API key","keywords":["AQVN"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))AQVN[A-Za-z0-9_-]{35,38}(?![A-Za-z0-9_-])","entropy":3.0,\#
    "label":"YANDEX_CLOUD_API_KEY","anchored":true,"source":"https://yandex.cloud/en/docs/iam/concepts/authorization/api-key",\#
    "positives":["AQVNKAkIes07KdibcSFQAxlmrB9HjdiXxdOiywtVg","TOKEN=\"AQVNKAkIes07KdibcSFQAxlmrB9HjdiXxdOiywtVg\" # ok"],\#
    "negatives":["AQVN…","aBAQVNKAkIes07KdibcSFQAxlmrB9HjdiXxdOiywtVg"]}
    {"id":"yandex-cloud-iam-token","category":"secret","description":"Yandex Cloud IAM token","keywords":["t1."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))t1\\.[A-Z0-9a-z_-]{8,400}={0,2}\\.[A-Z0-9a-z_-]{86}={0,2}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"YANDEX_CLOUD_IAM_TOKEN","anchored":true,"source":"https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token",\#
    "positives":["t1.0hMsi2RTgr.cQTeAJR4Dlpx8ZJRAfM43Gu4rEmHtkCOBhe4ebBrnskZNF3amHXDiKEo3orBaVSLHHS4y4zLZLiCtFyKLfoj9u=","TOKEN=\"t1.0hMsi2RTgr.cQTeAJR4Dlpx8ZJRAfM43Gu4rEmHtkCOBhe4ebBrnskZNF3amHXDiKEo3orBaVSLHHS4y4zLZLiCtFyKLfoj9u=\" # ok"],\#
    "negatives":["t1.…","aBt1.0hMsi2RTgr.cQTeAJR4Dlpx8ZJRAfM43Gu4rEmHtkCOBhe4ebBrnskZNF3amHXDiKEo3orBaVSLHHS4y4zLZLiCtFyKLfoj9u="]}
    {"id":"yandex-cloud-static-key","category":"secret","description":"Yandex Cloud static access key","keywords":["yandex","yc_secret","yc_access"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:yc_secret|yc_access|yandex)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+(YC[A-Za-z0-9_-]{38})(?![A-Za-z0-9_-])",\#
    "group":1,"entropy":3.0,"label":"YANDEX_CLOUD_STATIC_KEY","anchored":true,\#
    "source":"https://yandex.cloud/en/docs/iam/concepts/authorization/access-key",\#
    "positives":["yandex_key = \"YC02rAu7iee2Ks27Hw0Y19qGppF8TRvkC5P1cfA2\"","<yandexToken>\n  YC02rAu7iee2Ks27Hw0Y19qGppF8TRvkC5P1cfA2\n</yandexToken>"],\#
    "negatives":["yandex: 1","YC02rA"]}
    {"id":"yandex-oauth-token","category":"secret","description":"Yandex OAuth token","keywords":["y0_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))y0_[A-Za-z0-9_-]{55,64}(?![A-Za-z0-9])","entropy":3.0,"label":"YANDEX_OAUTH_TOKEN",\#
    "anchored":true,"source":"https://yandex.com/dev/id/doc/en/access",\#
    "positives":["y0_czcJvYeVeg6Tkzh4jfrG3J95k8xrvxfocQLS4dWJlyUP6NpWEq2pmQDH","TOKEN=\"y0_czcJvYeVeg6Tkzh4jfrG3J95k8xrvxfocQLS4dWJlyUP6NpWEq2pmQDH\" # ok"],\#
    "negatives":["y0_…","aBy0_czcJvYeVeg6Tkzh4jfrG3J95k8xrvxfocQLS4dWJlyUP6NpWEq2pmQDH"]}
    {"id":"ibm-cloud-api-key","category":"secret","description":"IBM Cloud API key",\#
    "keywords":["ibm","cloud_iam","cloud-iam","iam_api","iam-api","iam-password","iam_password","cloud-api-key","cloud_api_key","cloud-iam-key","apikey"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:cloud-api-key|cloud_api_key|cloud-iam-key|iam-password|iam_password|cloud_iam|cloud-iam|iam_api|iam-api|apikey|ibm)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9_-]{44})(?![A-Za-z0-9_-])",\#
    "group":1,"entropy":3.0,"label":"IBM_CLOUD_API_KEY","anchored":true,"source":"https://cloud.ibm.com/docs/account?topic=account-userapikey",\#
    "positives":["ibm_key = \"FfBzL5u6umQN2I0DR1QjaRLIjKt9ZXiSJlTSzaRaBDZO\"","<ibmToken>\n  FfBzL5u6umQN2I0DR1QjaRLIjKt9ZXiSJlTSzaRaBDZO\n</ibmToken>"],\#
    "negatives":["ibm: 1","FfBzL5"]}
    {"id":"ibm-cos-hmac-secret","category":"secret","description":"IBM Cloud Object Storage HMAC secret",\#
    "keywords":["secret_access_key","secret-access-key","cos_secret","cos-secret","cos_hmac","coshmac","cos-hmac","ibmcos","ibm_cos"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:secret_access_key|secret-access-key|cos_secret|cos-secret|cos_hmac|cos-hmac|coshmac|ibm_cos|ibmcos)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{48})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"IBM_COS_HMAC_SECRET","anchored":true,\#
    "source":"https://cloud.ibm.com/docs/cloud-object-storage?topic=cloud-object-storage-uhc-hmac-credentials-main",\#
    "positives":["secret_access_key_key = \"ba39e90adb8c622aa5fcbbcf039eefebdb7723971f928a93\"","<secret_access_keyToken>\n  ba39e90adb8c622aa5fcbbcf039eefebdb7723971f928a93\n</secret_access_keyToken>"],\#
    "negatives":["secret_access_key: 1","ba39e9"]}
    {"id":"softlayer-api-key","category":"secret","description":"SoftLayer API key",\#
    "keywords":["softlayer","sl_key","sl-key","slapi","sl_api","sl-api","sl_pass","sl-pass"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:softlayer|sl_pass|sl-pass|sl_key|sl-key|sl_api|sl-api|slapi)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-z0-9]{64})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"SOFTLAYER_API_KEY","anchored":true,"source":"https://sldn.softlayer.com/article/authenticating-softlayer-api/",\#
    "positives":["softlayer_key = \"actvzb3zukahxxjc1n8jkmc17kg2um3jwvnx86yq2n7jw7cugb921z567ns2z34l\"","<softlayerToken>\n  actvzb3zukahxxjc1n8jkmc17kg2um3jwvnx86yq2n7jw7cugb921z567ns2z34l\n</softlayerToken>"],\#
    "negatives":["softlayer: 1","actvzb"]}
    {"id":"softlayer-url-key","category":"secret","description":"SoftLayer API key in a SOAP address","keywords":["softlayer.com/soap/"],\#
    "pattern":"softlayer\\.com/soap/v3(?:\\.1)?/([A-Za-z0-9]{64})(?![A-Za-z0-9])","group":1,"label":"SOFTLAYER_API_KEY","anchored":true,\#
    "source":"https://sldn.softlayer.com/article/soap/",\#
    "positives":["http://api.softlayer.com/soap/v3/9f3a1c7e9f3a1c7e9f3a1c7e9f3a1c7e9f3a1c7e9f3a1c7e9f3a1c7e9f3a1c7e"],\#
    "negatives":["http://api.softlayer.com/soap/v3/SoftLayer_Account"]}
    {"id":"cloudant-password","category":"secret","description":"Cloudant password or API key","keywords":["cloudant","clou_","clou-"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:cloudant|clou_|clou-)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([0-9a-f]{64}|[a-z]{24})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"CLOUDANT_PASSWORD","anchored":true,\#
    "source":"https://cloud.ibm.com/docs/Cloudant?topic=Cloudant-managing-access-for-cloudant",\#
    "positives":["cloudant_key = \"7488e3f0c4543f86bbc0be05b8947a155110599ebaeeaad358a11fc3f3102da3\"","<cloudantToken>\n  7488e3f0c4543f86bbc0be05b8947a155110599ebaeeaad358a11fc3f3102da3\n</cloudantToken>"],\#
    "negatives":["cloudant: 1","7488e3"]}
    {"id":"hashicorp-terraform-token","category":"secret","description":"Terraform Cloud API token","keywords":[".atlasv1."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70}(?![A-Za-z0-9_-])","entropy":3.5,"label":"TERRAFORM_CLOUD_TOKEN",\#
    "source":"https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",\#
    "positives":["token = \"Kd83hVn2QpLx7c.atlasv1.cKKQvZBBJmBcYPPxqTtMmKbifr51hrnJ0hPXiSwqf2DXWBdqa8dqqMHOSaUF6wPlu\""],\#
    "negatives":["xxxxxxxxxxxxx0.atlasv1.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]}
    {"id":"vault-token","category":"secret","description":"HashiCorp Vault token","keywords":["hvs.","hvb.","hvr."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))hv[sbr]\\.[A-Za-z0-9_-]{20,300}","entropy":3.0,"label":"VAULT_TOKEN","anchored":true,\#
    "source":"https://developer.hashicorp.com/vault/docs/concepts/tokens",\#
    "positives":["hvb.EoVUr89xStj70h1sVzzrbq","TOKEN=\"hvb.EoVUr89xStj70h1sVzzrbq\" # ok"],"negatives":["hvb.…","aBhvb.EoVUr89xStj70h1sVzzrbq"]}
    {"id":"vault-legacy-token","category":"secret","description":"HashiCorp Vault token before 1.10","trigger":"long-word",\#
    "pattern":"(?<=[sbr]\\.)(?<![A-Za-z0-9_.$)\\]-][sbr]\\.)(?=[A-Za-z]{0,23}\\d)(?=[A-Z0-9]{0,23}[a-z])(?=[a-z0-9]{0,23}[A-Z])[A-Za-z0-9]{24}(?![A-Za-z0-9_.(])",\#
    "entropy":3.6,"label":"VAULT_TOKEN","source":"https://developer.hashicorp.com/vault/docs/concepts/tokens",\#
    "positives":["X-Vault-Token: s.7pQ2mZ4kVx9LbT3nRw8HcY5d"],"negatives":["s.acceptanceTimeoutSeconds","s.AcceptanceTimeoutSeconds2"]}
    {"id":"vault-secret-id","category":"secret","description":"HashiCorp Vault AppRole secret id or unseal key",\#
    "keywords":["secret_id","secret-id","secretid","unseal key","unseal_key"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:unseal key|unseal_key|secret_id|secret-id|secretid)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Za-z0-9+/]{44})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"VAULT_SECRET_ID","anchored":true,"source":"https://developer.hashicorp.com/vault/docs/auth/approle",\#
    "positives":["secret_id_key = \"rZQDbIUGlqvqYQI4vF4XgQkSuDXESUvK4u4Ws4kOADmk\"","<secret_idToken>\n  rZQDbIUGlqvqYQI4vF4XgQkSuDXESUvK4u4Ws4kOADmk\n</secret_idToken>"],\#
    "negatives":["secret_id: 1","rZQDbI"]}
    {"id":"doppler-token","category":"secret","description":"Doppler token",\#
    "keywords":["dp.pt.","dp.st.","dp.ct.","dp.sa.","dp.scim.","dp.audit.","dp.said."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))dp\\.(?:pt|ct|sa|scim|audit|said|st(?:\\.[a-z0-9_-]{2,35})?)\\.[A-Za-z0-9]{40,44}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"DOPPLER_TOKEN","anchored":true,"source":"https://docs.doppler.com/docs/service-tokens",\#
    "positives":["dp.scim.MiCZePTWKKkzRaEIevtna8pIQtAbEANb6GAaAy4XsP","TOKEN=\"dp.scim.MiCZePTWKKkzRaEIevtna8pIQtAbEANb6GAaAy4XsP\" # ok"],\#
    "negatives":["dp.scim.…","aBdp.scim.MiCZePTWKKkzRaEIevtna8pIQtAbEANb6GAaAy4XsP"]}
    {"id":"pulumi-token","category":"secret","description":"Pulumi access token","keywords":["pul-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))pul-[a-f0-9]{40}(?![A-Za-z0-9])","label":"PULUMI_TOKEN","anchored":true,\#
    "source":"https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",\#
    "positives":["pul-87df2c816631bb0134c0ea011a5c1f477685b4af","TOKEN=\"pul-87df2c816631bb0134c0ea011a5c1f477685b4af\" # ok"],\#
    "negatives":["pul-…","aBpul-87df2c816631bb0134c0ea011a5c1f477685b4af"]}
    {"id":"planetscale-token","category":"secret","description":"PlanetScale password or token","keywords":["pscale_pw_","pscale_tkn_","pscale_oauth_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))pscale_(?:pw|tkn|oauth)_[A-Za-z0-9_.=-]{32,64}","entropy":3.0,\#
    "label":"PLANETSCALE_TOKEN","anchored":true,"source":"https://planetscale.com/docs/concepts/service-tokens",\#
    "positives":["pscale_tkn_pedRPJKc1zcs2O6LBN4wJh3LCpFbRLacG","TOKEN=\"pscale_tkn_pedRPJKc1zcs2O6LBN4wJh3LCpFbRLacG\" # ok"],\#
    "negatives":["pscale_tkn_…","aBpscale_tkn_pedRPJKc1zcs2O6LBN4wJh3LCpFbRLacG"]}
    {"id":"databricks-token","category":"secret","description":"Databricks token","keywords":["dapi","dose","dkea","dsapi"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:dapi|dose|dkea|dsapi)[a-f0-9]{32}(?:-\\d)?(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"DATABRICKS_TOKEN","anchored":true,"source":"https://docs.databricks.com/dev-tools/auth/pat.html",\#
    "positives":["dkea44a1910ff0dc360e5addf687262dfebb","TOKEN=\"dkea44a1910ff0dc360e5addf687262dfebb\" # ok"],\#
    "negatives":["dkea…","aBdkea44a1910ff0dc360e5addf687262dfebb"]}
    {"id":"dynatrace-token","category":"secret","description":"Dynatrace token","keywords":["dt0c01.","dt0s01.","dt0s02.","dt0s06.","dt0s08.","dt0s16."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))dt0(?:c01|s01|s02|s06|s08|s16)\\.[A-Za-z0-9-]{8,24}\\.[A-Za-z0-9]{64}(?![A-Za-z0-9])",\#
    "label":"DYNATRACE_TOKEN","anchored":true,\#
    "source":"https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens",\#
    "positives":["dt0s16.ms5OxmDU.VFPBuJc7EbibGL30fGuPyxJQ4iQ3TARlJ1YRXPCBWCDh7hiqGtQypHYIyhTTUI5K","TOKEN=\"dt0s16.ms5OxmDU.VFPBuJc7EbibGL30fGuPyxJQ4iQ3TARlJ1YRXPCBWCDh7hiqGtQypHYIyhTTUI5K\" # ok"],\#
    "negatives":["dt0s16.…","aBdt0s16.ms5OxmDU.VFPBuJc7EbibGL30fGuPyxJQ4iQ3TARlJ1YRXPCBWCDh7hiqGtQypHYIyhTTUI5K"]}
    {"id":"confluent-secret","category":"secret","description":"Confluent Cloud API secret","keywords":["cflt"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))cflt[A-Za-z0-9/+]{60}(?![A-Za-z0-9])","entropy":3.5,"label":"CONFLUENT_SECRET",\#
    "anchored":true,"source":"https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",\#
    "positives":["cflt6suyV70Kv01bEcMbL0yNIsGjMJ8KOrTMJbLHIPzTiyLjmNGxo9DzydsqhxkY","TOKEN=\"cflt6suyV70Kv01bEcMbL0yNIsGjMJ8KOrTMJbLHIPzTiyLjmNGxo9DzydsqhxkY\" # ok"],\#
    "negatives":["cflt…","aBcflt6suyV70Kv01bEcMbL0yNIsGjMJ8KOrTMJbLHIPzTiyLjmNGxo9DzydsqhxkY"]}
    {"id":"confluent-key","category":"secret","description":"Confluent Cloud key or secret","keywords":["confluent"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:confluent)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9/+]{64}|[A-Za-z0-9]{16})(?![A-Za-z0-9/+])",\#
    "group":1,"entropy":3.0,"label":"CONFLUENT_KEY","anchored":true,"allow":["^[A-Za-z]+$"],\#
    "source":"https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",\#
    "positives":["confluent_key = \"Pk26QWOvVflwlvqKuVK2p95S2e6UrFKRQ7o942vQlhbcDGY0t73jv57v78X7l0vc\"","<confluentToken>\n  Pk26QWOvVflwlvqKuVK2p95S2e6UrFKRQ7o942vQlhbcDGY0t73jv57v78X7l0vc\n</confluentToken>"],\#
    "negatives":["confluent: platform"]}
    {"id":"clickhouse-cloud-secret","category":"secret","description":"ClickHouse Cloud API secret key","keywords":["4b1d"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))4b1d[A-Za-z0-9]{38}(?![A-Za-z0-9])","entropy":3.0,"label":"CLICKHOUSE_CLOUD_SECRET",\#
    "anchored":true,"source":"https://clickhouse.com/docs/cloud/manage/openapi",\#
    "positives":["4b1d7Z0rftO6Ak9QGEGmvY52TlMGu2zlM8ZJWP3WiD","TOKEN=\"4b1d7Z0rftO6Ak9QGEGmvY52TlMGu2zlM8ZJWP3WiD\" # ok"],\#
    "negatives":["4b1d…","aB4b1d7Z0rftO6Ak9QGEGmvY52TlMGu2zlM8ZJWP3WiD"]}
    {"id":"supabase-key","category":"secret","description":"Supabase key or access token","keywords":["sbp_","sb_secret_","sb_publishable_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:sbp_(?:oauth_|v0_)?[a-f0-9]{40}|sb_(?:secret|publishable)_[A-Za-z0-9_-]{28,40})(?![A-Za-z0-9])",\#
    "entropy":2.8,"label":"SUPABASE_KEY","anchored":true,"source":"https://supabase.com/docs/guides/api/api-keys",\#
    "positives":["sbp_fe544c9b8035247d55a555081f312182278c3f64","TOKEN=\"sbp_fe544c9b8035247d55a555081f312182278c3f64\" # ok"],\#
    "negatives":["sbp_…","aBsbp_fe544c9b8035247d55a555081f312182278c3f64"]}
    {"id":"neon-api-key","category":"secret","description":"Neon API key","keywords":["napi_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))napi_[A-Za-z0-9]{50,70}(?![A-Za-z0-9])","entropy":3.0,"label":"NEON_API_KEY",\#
    "anchored":true,"source":"https://neon.com/docs/manage/api-keys",\#
    "positives":["napi_t15c7035d4m2z2mkt1qo028aecw0z3pp9f1vzmzup4g8jwjrkk","TOKEN=\"napi_t15c7035d4m2z2mkt1qo028aecw0z3pp9f1vzmzup4g8jwjrkk\" # ok"],\#
    "negatives":["napi_…","aBnapi_t15c7035d4m2z2mkt1qo028aecw0z3pp9f1vzmzup4g8jwjrkk"]}
    {"id":"mongodb-atlas-key","category":"secret","description":"MongoDB Atlas private key",\#
    "keywords":["atlas_private","atlas-private","mongodb_atlas","atlas_api"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:atlas_private|atlas-private|mongodb_atlas|atlas_api)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"MONGODB_ATLAS_KEY","anchored":true,"source":"https://www.mongodb.com/docs/atlas/configure-api-access/",\#
    "positives":["atlas_private_key = \"72c4fd12-696f-2df7-1feb-5f7df9cfb9ee\"","<atlas_privateToken>\n  72c4fd12-696f-2df7-1feb-5f7df9cfb9ee\n</atlas_privateToken>"],\#
    "negatives":["atlas_private: 1","72c4fd"]}
    {"id":"mongodb-atlas-service-account","category":"secret","description":"MongoDB Atlas service account secret","keywords":["mdb_sa_sk_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))mdb_sa_sk_[A-Za-z0-9_-]{40}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"MONGODB_ATLAS_SERVICE_ACCOUNT","anchored":true,"source":"https://www.mongodb.com/docs/atlas/api/service-accounts-overview/",\#
    "positives":["mdb_sa_sk_lo07RH7MQ7eio7Ky4B6n4zb1vUtjaO0cMJb6AyLW","TOKEN=\"mdb_sa_sk_lo07RH7MQ7eio7Ky4B6n4zb1vUtjaO0cMJb6AyLW\" # ok"],\#
    "negatives":["mdb_sa_sk_…","aBmdb_sa_sk_lo07RH7MQ7eio7Ky4B6n4zb1vUtjaO0cMJb6AyLW"]}
    {"id":"aiven-token","category":"secret","description":"Aiven token or service password","keywords":["AVNS_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))AVNS_[A-Za-z0-9_-]{18,22}(?![A-Za-z0-9])","entropy":2.8,"label":"AIVEN_TOKEN",\#
    "anchored":true,"source":"https://aiven.io/docs/platform/concepts/authentication-tokens",\#
    "positives":["AVNS_OEjAbir11Qf9dbORgAIb","TOKEN=\"AVNS_OEjAbir11Qf9dbORgAIb\" # ok"],"negatives":["AVNS_…","aBAVNS_OEjAbir11Qf9dbORgAIb"]}
    {"id":"fastly-api-token","category":"secret","description":"Fastly API token","keywords":["fastly"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:fastly)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9=_-]{32})(?![A-Za-z0-9_-])",\#
    "group":1,"entropy":3.0,"label":"FASTLY_API_TOKEN","anchored":true,"source":"https://www.fastly.com/documentation/reference/api/auth-tokens/",\#
    "positives":["fastly_key = \"EzKMvc2UI52odukSz2kTEXo0FcQ7gpK1\"","<fastlyToken>\n  EzKMvc2UI52odukSz2kTEXo0FcQ7gpK1\n</fastlyToken>"],\#
    "negatives":["fastly: 1","EzKMvc"]}
    {"id":"openshift-token","category":"secret","description":"OpenShift user token","keywords":["sha256~"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sha256~[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])","entropy":3.8,"label":"OPENSHIFT_TOKEN",\#
    "anchored":true,"source":"https://docs.openshift.com/container-platform/latest/authentication/using-rbac.html",\#
    "positives":["sha256~cvI3qlzat8fKmVPVKBK0bmqYf0Q5BUfRabrC6jxgbJX","TOKEN=\"sha256~cvI3qlzat8fKmVPVKBK0bmqYf0Q5BUfRabrC6jxgbJX\" # ok"],\#
    "negatives":["sha256~…","aBsha256~cvI3qlzat8fKmVPVKBK0bmqYf0Q5BUfRabrC6jxgbJX"]}
    {"id":"kubernetes-secret-data","category":"secret","description":"Data of a Kubernetes secret",\#
    "keywords":["kind: secret","kind: \"secret","kind: 'secret","kind:  secret","\"kind\": \"secret"],\#
    "pattern":"(?i)(?:\"?kind\"?):\\s{1,2}[\"\\x27]?secret[\"\\x27]?(?![\\w-])(?=[^}\\n]{0,2000}+\\n)[^}]{0,2000}?\\n[ \\t]{0,12}(?:string)?data:[ \\t]{0,20}\\r?\\n((?:(?:[ \\t]{0,20}#[^\\r\\n]*+\\r?\\n)*+[ \\t]{1,20}(?!metadata|name|type|apiVersion|kind)[\"\\x27]?[\\w.-]{1,100}+[\"\\x27]?:[ \\t]{0,8}(?:[|>][-+]?[ \\t]{0,8}\\r?\\n[ \\t]{1,20})?[\"\\x27]?[A-Za-z0-9+/\\\\n]{8,}+={0,3}[\"\\x27]?[ \\t]{0,40}(?:\\r?\\n|$))+)",\#
    "group":1,"label":"KUBERNETES_SECRET_DATA","anchored":true,"source":"https://kubernetes.io/docs/concepts/configuration/secret/",\#
    "positives":["apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: c3VwZXJzZWNyZXQ5MQ==\n"],\#
    "negatives":["kind: Secret\nmetadata:\n  name: db\n","kind: ConfigMap\ndata:\n  password: c3VwZXJzZWNyZXQ5MQ==\n"]}
    {"id":"kubernetes-secret-data-first","category":"secret","description":"Data of a Kubernetes secret that stands before its kind",\#
    "keywords":["\ndata:","\nstringData:"," data:"],\#
    "pattern":"(?i)\\s(?:string)?data:[ \\t]{0,20}\\r?\\n((?:(?:[ \\t]{0,20}#[^\\r\\n]*+\\r?\\n)*+[ \\t]{1,20}(?!metadata|name|type|apiVersion|kind)[\"\\x27]?[\\w.-]{1,100}+[\"\\x27]?:[ \\t]{0,8}(?:[|>][-+]?[ \\t]{0,8}\\r?\\n[ \\t]{1,20})?[\"\\x27]?[A-Za-z0-9+/\\\\n]{8,}+={0,3}[\"\\x27]?[ \\t]{0,40}(?:\\r?\\n|$))+)(?=[^}]{0,1000}?(?<=[\\s])[\"\\x27]?kind[\"\\x27]?:\\s{0,4}[\"\\x27]?secret[\"\\x27]?(?![\\w-]))",\#
    "group":1,"label":"KUBERNETES_SECRET_DATA","anchored":true,"source":"https://kubernetes.io/docs/concepts/configuration/secret/",\#
    "positives":["apiVersion: v1\ndata:\n  password: c3VwZXJzZWNyZXQ5MQ==\nkind: Secret\n"],\#
    "negatives":["\ndata:\n  password: c3VwZXJzZWNyZXQ5MQ==\nkind: ConfigMap\n"]}
    {"id":"kubeconfig-client-key","category":"secret","description":"Client key or token of a kubeconfig","keywords":["client-key-data"],\#
    "pattern":"client-key-data[\"\\x27]?:\\s{0,8}[\"\\x27]?([A-Za-z0-9+/]{40,8000}={0,2})","group":1,"label":"KUBECONFIG_CLIENT_KEY","anchored":true,\#
    "source":"https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/",\#
    "positives":["    client-key-data: DirYr95zc59VlW53qA5gX7z1ds2EIvCtK763SBAbHL7i5xc1BoXuMIqmS1jtHcjeDvdo1x3di1zVIM3q"],\#
    "negatives":["client-key-data: REDACTED"]}
    """#
}
