extension BuiltInRules {
  /// Tokens of code hosts, package registries, build and test services. One rule a line of JSON, in the form that `redact --print-rules` writes and `--rules` reads.
  static let developer: StaticString = #"""
    {"id":"github-token","category":"secret","description":"GitHub token","keywords":["ghp_","gho_","ghu_","ghs_","ghr_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))gh[pousr]_[A-Za-z0-9]{36,255}","entropy":3.0,"label":"GITHUB_TOKEN","anchored":true,\#
    "source":"https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github",\#
    "positives":["ghu_i2adyeSJFswVBZV8Cudf3nHarP7Uzz49iKk3wA","TOKEN=\"ghu_i2adyeSJFswVBZV8Cudf3nHarP7Uzz49iKk3wA\" # ok"],\#
    "negatives":["ghu_…","aBghu_i2adyeSJFswVBZV8Cudf3nHarP7Uzz49iKk3wA"]}
    {"id":"github-fine-grained-token","category":"secret","description":"GitHub fine-grained personal access token","keywords":["github_pat_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))github_pat_[A-Za-z0-9_]{60,120}(?![A-Za-z0-9])","entropy":3.0,"label":"GITHUB_TOKEN",\#
    "anchored":true,"source":"https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github",\#
    "positives":["github_pat_s8PMXyJzHIfzQA2wnq7orfyJR8jHC75K56MtvNDpUr7uJaSaEAxsfpiDqqYGJt","TOKEN=\"github_pat_s8PMXyJzHIfzQA2wnq7orfyJR8jHC75K56MtvNDpUr7uJaSaEAxsfpiDqqYGJt\" # ok"],\#
    "negatives":["github_pat_…","aBgithub_pat_s8PMXyJzHIfzQA2wnq7orfyJR8jHC75K56MtvNDpUr7uJaSaEAxsfpiDqqYGJt"]}
    {"id":"github-classic-hex","category":"secret","description":"GitHub token before 2021 or OAuth client secret","keywords":["github"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:github)(?=[\\w.-]{0,40}(?i:token|secret|key|pat|oauth|auth|password))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{40})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"GITHUB_TOKEN","anchored":true,\#
    "source":"https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github",\#
    "positives":["github_oauth_key = \"0cd41cd482277f45e5960e8656e99d317cd26753\"","<github_oauthToken>\n  0cd41cd482277f45e5960e8656e99d317cd26753\n</github_oauthToken>"],\#
    "negatives":["github_oauth: 1","0cd41c"]}
    {"id":"gitlab-token","category":"secret","description":"GitLab token",\#
    "keywords":["glpat-","gldt-","glrt-","glrtr-","glft-","glsoat-","glffct-","glimt-","glcbt-","glwt-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))gl(?:pat|dt|rtr?|ft|soat|ffct|imt|cbt|wt)-[A-Za-z0-9_-]{20,300}(?:\\.[a-z0-9]{2}\\.?[a-z0-9]{7,9})?",\#
    "entropy":3.0,"label":"GITLAB_TOKEN","anchored":true,"source":"https://docs.gitlab.com/security/tokens/#token-prefixes",\#
    "positives":["glffct-YYDnOTk2XQcJaEcwHFHlV","TOKEN=\"glffct-YYDnOTk2XQcJaEcwHFHlV\" # ok"],\#
    "negatives":["glpat-XXXX-YYYY-ZZZZ-XXXX","glffct-…","aBglffct-YYDnOTk2XQcJaEcwHFHlV"]}
    {"id":"gitlab-long-token","category":"secret","description":"GitLab trigger, agent or OAuth token","keywords":["glptt-","glagent-","gloas-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))gl(?:ptt-[A-Za-z0-9_-]{40}|agent-[A-Za-z0-9_-]{50,1024}+|oas-[A-Za-z0-9_-]{64})(?![A-Za-z0-9_-])",\#
    "entropy":3.0,"label":"GITLAB_TOKEN","anchored":true,"source":"https://docs.gitlab.com/security/tokens/#token-prefixes",\#
    "positives":["gloas-fIhSYBvzIUW1ETaFJrKgOCy8zMSYO6Yqf5qPYUaGAzP6JDWj8w7dlcrK6KM5n4FH","TOKEN=\"gloas-fIhSYBvzIUW1ETaFJrKgOCy8zMSYO6Yqf5qPYUaGAzP6JDWj8w7dlcrK6KM5n4FH\" # ok"],\#
    "negatives":["gloas-…","aBgloas-fIhSYBvzIUW1ETaFJrKgOCy8zMSYO6Yqf5qPYUaGAzP6JDWj8w7dlcrK6KM5n4FH"]}
    {"id":"gitlab-runner-registration-token","category":"secret","description":"GitLab runner registration token","keywords":["GR1348941"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))GR1348941[A-Za-z0-9_-]{20,60}","entropy":3.2,\#
    "label":"GITLAB_RUNNER_REGISTRATION_TOKEN","anchored":true,"source":"https://docs.gitlab.com/security/tokens/#token-prefixes",\#
    "positives":["GR1348941KBJDIE3vbWfH0HBSkkxyL","TOKEN=\"GR1348941KBJDIE3vbWfH0HBSkkxyL\" # ok"],\#
    "negatives":["GR1348941…","aBGR1348941KBJDIE3vbWfH0HBSkkxyL"]}
    {"id":"gitlab-session-cookie","category":"secret","description":"GitLab session cookie","keywords":["_gitlab_session="],\#
    "pattern":"_gitlab_session=([0-9A-Za-z%_-]{32,128})","group":1,"label":"GITLAB_SESSION","anchored":true,\#
    "source":"https://docs.gitlab.com/security/tokens/#token-prefixes","positives":["Cookie: _gitlab_session=9d1c0f7a3b5e8264d7c6b1a09f3e5d28"],\#
    "negatives":["_gitlab_session=; path=/"]}
    {"id":"bitbucket-credential","category":"secret","description":"Bitbucket OAuth key or secret","keywords":["bitbucket"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:bitbucket)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9_=-]{64}|[A-Za-z0-9]{32}|[A-Za-z0-9]{18,20})(?![A-Za-z0-9_-])",\#
    "group":1,"entropy":3.0,"label":"BITBUCKET_CREDENTIAL","anchored":true,\#
    "source":"https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/",\#
    "positives":["bitbucket_key = \"LCSTXF8iN5fON8W6xb212BZ93ZfrhdM9\"","<bitbucketToken>\n  LCSTXF8iN5fON8W6xb212BZ93ZfrhdM9\n</bitbucketToken>"],\#
    "negatives":["bitbucket: 1","LCSTXF"]}
    {"id":"bitbucket-app-password","category":"secret","description":"Bitbucket app password","keywords":["ATBB"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))ATBB[A-Za-z0-9]{32}(?![A-Za-z0-9])","entropy":3.0,"label":"BITBUCKET_APP_PASSWORD",\#
    "anchored":true,"source":"https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/",\#
    "positives":["ATBBuCvZys0B4FrehExCP7oFUZ5SNWLtStKK","TOKEN=\"ATBBuCvZys0B4FrehExCP7oFUZ5SNWLtStKK\" # ok"],\#
    "negatives":["ATBB…","aBATBBuCvZys0B4FrehExCP7oFUZ5SNWLtStKK"]}
    {"id":"atlassian-api-token","category":"secret","description":"Atlassian API token","keywords":["ATATT3","ATCTT3","ATSTT3"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))AT(?:A|C|S)TT3[A-Za-z0-9_=-]{60,260}","entropy":3.5,"label":"ATLASSIAN_API_TOKEN",\#
    "anchored":true,"source":"https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",\#
    "positives":["ATSTT3a5ZwC5FatqAAduSqsLRkk9x1jOzjZvHrxpozWX9HiwI0zVHdoofFor1oLCQa","TOKEN=\"ATSTT3a5ZwC5FatqAAduSqsLRkk9x1jOzjZvHrxpozWX9HiwI0zVHdoofFor1oLCQa\" # ok"],\#
    "negatives":["ATSTT3…","aBATSTT3a5ZwC5FatqAAduSqsLRkk9x1jOzjZvHrxpozWX9HiwI0zVHdoofFor1oLCQa"]}
    {"id":"atlassian-legacy-token","category":"secret","description":"Atlassian API token before 2023","keywords":["atlassian","confluence","jira"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:confluence|atlassian|jira)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{24})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.5,"label":"ATLASSIAN_LEGACY_TOKEN","anchored":true,"allow":["^[A-Za-z]+$"],\#
    "source":"https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",\#
    "positives":["atlassian_key = \"pZ2mXCIQJNTAeTLniBJN9KP4\"","<atlassianToken>\n  pZ2mXCIQJNTAeTLniBJN9KP4\n</atlassianToken>"],\#
    "negatives":["atlassian: 1","pZ2mXC"]}
    {"id":"npm-token","category":"secret","description":"npm access token","keywords":["npm_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])","entropy":3.0,"label":"NPM_TOKEN","anchored":true,\#
    "source":"https://docs.npmjs.com/about-access-tokens",\#
    "positives":["npm_WiyONE64PmYFCuSxHNlEOM1qA8NqSXeIgfmQ","TOKEN=\"npm_WiyONE64PmYFCuSxHNlEOM1qA8NqSXeIgfmQ\" # ok"],\#
    "negatives":["npm_…","aBnpm_WiyONE64PmYFCuSxHNlEOM1qA8NqSXeIgfmQ"]}
    {"id":"npmrc-auth-token","category":"secret","description":"Registry token or password in .npmrc","keywords":["_authToken","_auth","_password"],\#
    "pattern":"(?<=[:\\s/])_(?:authToken|auth|password)[ \\t]{0,4}=[ \\t]{0,4}[\"\\x27]?([^\\s\"\\x27${}<>]{12,1000})","group":1,"label":"NPM_TOKEN",\#
    "anchored":true,"source":"https://docs.npmjs.com/cli/configuring-npm/npmrc",\#
    "positives":["//registry.example.org/:_authToken=5d2c9f04-77ab-4be1-9c3e-0a6f1d8b2e47"],"negatives":["//registry.npmjs.org/:_authToken=${NPM_TOKEN}"]}
    {"id":"pypi-token","category":"secret","description":"PyPI upload token","keywords":["pypi-AgE"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))pypi-AgE[A-Za-z0-9_-]{60,1000}","entropy":3.0,"label":"PYPI_TOKEN","anchored":true,\#
    "source":"https://pypi.org/help/#apitoken",\#
    "positives":["pypi-AgEZv1e5Zd3aGhzzvbLZrWgKQJ1UIZ9xNdpvcros37tcnR0ZOghUv5nCnq48JHS","TOKEN=\"pypi-AgEZv1e5Zd3aGhzzvbLZrWgKQJ1UIZ9xNdpvcros37tcnR0ZOghUv5nCnq48JHS\" # ok"],\#
    "negatives":["pypi-AgE…","aBpypi-AgEZv1e5Zd3aGhzzvbLZrWgKQJ1UIZ9xNdpvcros37tcnR0ZOghUv5nCnq48JHS"]}
    {"id":"rubygems-api-key","category":"secret","description":"RubyGems API key","keywords":["rubygems_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))rubygems_[a-f0-9]{48}(?![A-Za-z0-9])","label":"RUBYGEMS_API_KEY","anchored":true,\#
    "source":"https://guides.rubygems.org/api-key-scopes/",\#
    "positives":["rubygems_40fbc43a24c81aac3ea6beff929d9904c71b69c9e32bea11","TOKEN=\"rubygems_40fbc43a24c81aac3ea6beff929d9904c71b69c9e32bea11\" # ok"],\#
    "negatives":["rubygems_…","aBrubygems_40fbc43a24c81aac3ea6beff929d9904c71b69c9e32bea11"]}
    {"id":"clojars-token","category":"secret","description":"Clojars deploy token","keywords":["CLOJARS_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))CLOJARS_[A-Za-z0-9]{60}(?![A-Za-z0-9])","entropy":3.0,"label":"CLOJARS_TOKEN","anchored":true,\#
    "source":"https://github.com/clojars/clojars-web/wiki/Deploy-Tokens",\#
    "positives":["CLOJARS_chCuZjeAgOs7HNn78ZvjYSJ4aSg3jaanpbOw9IJ62Al3sBAhecETxSLIAvmi","TOKEN=\"CLOJARS_chCuZjeAgOs7HNn78ZvjYSJ4aSg3jaanpbOw9IJ62Al3sBAhecETxSLIAvmi\" # ok"],\#
    "negatives":["CLOJARS_…","CLOJARS_"]}
    {"id":"nuget-api-key","category":"secret","description":"NuGet API key","keywords":["oy2"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))oy2[a-z0-9]{43}(?![A-Za-z0-9])","entropy":3.0,"label":"NUGET_API_KEY","anchored":true,\#
    "source":"https://learn.microsoft.com/nuget/nuget-org/publish-a-package",\#
    "positives":["oy26dh59k49nrxgrekdyh8tf92p7dyhxd3gwj6g97267p2","TOKEN=\"oy26dh59k49nrxgrekdyh8tf92p7dyhxd3gwj6g97267p2\" # ok"],\#
    "negatives":["oy2…","aBoy26dh59k49nrxgrekdyh8tf92p7dyhxd3gwj6g97267p2"]}
    {"id":"crates-io-token","category":"secret","description":"crates.io API token","keywords":["cio"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))cio[A-Za-z0-9]{32}(?![A-Za-z0-9])","entropy":3.5,"label":"CRATES_IO_TOKEN",\#
    "anchored":true,"source":"https://doc.rust-lang.org/cargo/reference/publishing.html",\#
    "positives":["cioDChTJ2nnYj8JdoA5ripiZiZzLbTAuZqB","TOKEN=\"cioDChTJ2nnYj8JdoA5ripiZiZzLbTAuZqB\" # ok"],\#
    "negatives":["cio…","aBcioDChTJ2nnYj8JdoA5ripiZiZzLbTAuZqB"]}
    {"id":"packagist-token","category":"secret","description":"Packagist token","keywords":["packagist_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))packagist_[a-z]{2,3}_[A-Za-z0-9]{28,90}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"PACKAGIST_TOKEN","anchored":true,"source":"https://packagist.com/docs",\#
    "positives":["packagist_uot_oNEgiKdfglB0kLRA8jVQAFeoOqX8mhGCkmtmi7JwB","TOKEN=\"packagist_uot_oNEgiKdfglB0kLRA8jVQAFeoOqX8mhGCkmtmi7JwB\" # ok"],\#
    "negatives":["packagist_…","aBpackagist_uot_oNEgiKdfglB0kLRA8jVQAFeoOqX8mhGCkmtmi7JwB"]}
    {"id":"docker-token","category":"secret","description":"Docker Hub access token","keywords":["dckr_pat_","dckr_oat_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))dckr_[po]at_[A-Za-z0-9_-]{27,40}","entropy":3.0,"label":"DOCKER_TOKEN","anchored":true,\#
    "source":"https://docs.docker.com/security/access-tokens/",\#
    "positives":["dckr_pat_TkFKmwEogNv9OD0IRDnHogzWtjPE2","TOKEN=\"dckr_pat_TkFKmwEogNv9OD0IRDnHogzWtjPE2\" # ok"],\#
    "negatives":["dckr_pat_…","aBdckr_pat_TkFKmwEogNv9OD0IRDnHogzWtjPE2"]}
    {"id":"docker-auth","category":"secret","description":"Registry login in a Docker configuration","keywords":["\"auth\"","\\\"auth\\\""],\#
    "pattern":"\\\\?\"auth\\\\?\"\\s{0,8}:\\s{0,8}\\\\?\"([A-Za-z0-9+/]{16,2000}={0,2})\\\\?\"","group":1,"label":"DOCKER_AUTH","anchored":true,\#
    "source":"https://docs.docker.com/reference/cli/docker/login/","positives":["{\"auths\":{\"registry.example.org\":{\"auth\":\"am9lOmg3UnQyeFBx\"}}}"],\#
    "negatives":["{\"auth\":\"none\"}"]}
    {"id":"artifactory-key","category":"secret","description":"Artifactory API key or encrypted password",\#
    "keywords":["AKC","AP0","AP1","AP2","AP3","AP5","AP6","AP7","AP8","AP9","APA","APB","APC","APD","APE","APF"],\#
    "pattern":"(?:(?<![A-Za-z0-9+/_-])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?:AKC(?=[a-z0-9])[A-Za-z0-9]{10,200}+|AP[0-9](?=[a-zA-Z])[A-Za-z0-9]{10,200}+|AP[A-F](?=[a-z0-9])[A-Za-z0-9]{10,200}+)(?![A-Za-z0-9+/_-])",\#
    "label":"ARTIFACTORY_KEY","anchored":true,"allow":["X{16}"],"source":"https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key",\#
    "positives":["X-JFrog-Art-Api: AKCp80GcYkVeIAVQiFrvYnRakkbZaGdEYfCpfuMpodw7sqV0uZJqNhDV2y94RvCAwXiYIz95X"],\#
    "negatives":["X-JFrog-Art-Api: $ART_KEY","mapAP6inaword"]}
    {"id":"artifactory-reference-token","category":"secret","description":"Artifactory reference token","keywords":["cmVmd"],\#
    "pattern":"(?:(?<![A-Za-z0-9+/=])|(?<=[A-Za-z_\"']=)|(?<=\\\\[nrt])|(?<=[0-9\\[][mK])|(?<=%3[Dd]))cmVmd[A-Za-z0-9]{59}(?![A-Za-z0-9])","entropy":3.5,"label":"ARTIFACTORY_REFERENCE_TOKEN","anchored":true,\#
    "source":"https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-tokens",\#
    "positives":["cmVmdD4DKx48hyhTFGPtDDCD0elQurhx3GzbGAqJyR6uaY4QVsFzbG0B6HoWapSb","TOKEN=\"cmVmdD4DKx48hyhTFGPtDDCD0elQurhx3GzbGAqJyR6uaY4QVsFzbG0B6HoWapSb\" # ok"],\#
    "negatives":["cmVmd…","cmVmd"]}
    {"id":"jfrog-token","category":"secret","description":"JFrog identity token or API key","keywords":["jfrog","artifactory","bintray","xray"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:artifactory|bintray|jfrog|xray)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{73}|[A-Za-z0-9]{64}|[a-f0-9]{40})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"JFROG_TOKEN","anchored":true,\#
    "source":"https://jfrog.com/help/r/jfrog-platform-administration-documentation/introduction-to-access-tokens",\#
    "positives":["jfrog_key = \"19c37252157e4c6baf57a4773bd4885c3bdd6431\"","<jfrogToken>\n  19c37252157e4c6baf57a4773bd4885c3bdd6431\n</jfrogToken>"],\#
    "negatives":["jfrog: 1","19c372"]}
    {"id":"circleci-token","category":"secret","description":"CircleCI token","keywords":["circleci","circle_token","circle-token"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:circle_token|circle-token|circleci)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{40})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"CIRCLECI_TOKEN","anchored":true,"source":"https://circleci.com/docs/managing-api-tokens/",\#
    "positives":["circleci_key = \"acbf07e0897568031db2974d8da288fbb70f4550\"","<circleciToken>\n  acbf07e0897568031db2974d8da288fbb70f4550\n</circleciToken>"],\#
    "negatives":["circleci: 1","acbf07"]}
    {"id":"circleci-prefixed-token","category":"secret","description":"CircleCI token","keywords":["CCIPAT_","CCIPRJ_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))CCIP(?:AT|RJ)_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}(?![A-Za-z0-9])","label":"CIRCLECI_TOKEN",\#
    "anchored":true,"source":"https://circleci.com/docs/managing-api-tokens/",\#
    "positives":["CCIPRJ_FuwOXoEai6UoyARBCAuScn_10c4365c915a0cf3da8d6ab8483e2595fe582a31","TOKEN=\"CCIPRJ_FuwOXoEai6UoyARBCAuScn_10c4365c915a0cf3da8d6ab8483e2595fe582a31\" # ok"],\#
    "negatives":["CCIPRJ_…","aBCCIPRJ_FuwOXoEai6UoyARBCAuScn_10c4365c915a0cf3da8d6ab8483e2595fe582a31"]}
    {"id":"buildkite-token","category":"secret","description":"Buildkite token","keywords":["bkua_","bkat_","bkct_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))bk(?:ua|at|ct)_[A-Za-z0-9]{40,64}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"BUILDKITE_TOKEN","anchored":true,"source":"https://buildkite.com/docs/apis/managing-api-tokens",\#
    "positives":["bkat_HF5FxLyHjy4DuPKhL7FbiTSUyUDUktUplxXXbFxKXc","TOKEN=\"bkat_HF5FxLyHjy4DuPKhL7FbiTSUyUDUktUplxXXbFxKXc\" # ok"],\#
    "negatives":["bkat_…","aBbkat_HF5FxLyHjy4DuPKhL7FbiTSUyUDUktUplxXXbFxKXc"]}
    {"id":"travisci-token","category":"secret","description":"Travis CI token","keywords":["travis"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:travis)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])",\#
    "group":1,"entropy":3.3,"label":"TRAVISCI_TOKEN","anchored":true,"allow":["^[A-Za-z_-]+$"],\#
    "source":"https://docs.travis-ci.com/user/triggering-builds/",\#
    "positives":["travis_key = \"VmlO8VhevRwn0kOZ1KqWKE\"","<travisToken>\n  VmlO8VhevRwn0kOZ1KqWKE\n</travisToken>"],"negatives":["travis: 1","VmlO8V"]}
    {"id":"droneci-token","category":"secret","description":"Drone CI token","keywords":["droneci","drone_token","drone"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:drone_token|droneci|drone)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{32})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"DRONECI_TOKEN","anchored":true,"source":"https://docs.drone.io/api/overview/",\#
    "positives":["droneci_key = \"UuxrHWRsCw18TGooigFJeT8xctDKuigo\"","<droneciToken>\n  UuxrHWRsCw18TGooigFJeT8xctDKuigo\n</droneciToken>"],\#
    "negatives":["droneci: 1","UuxrHW"]}
    {"id":"codecov-token","category":"secret","description":"Codecov token","keywords":["codecov"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:codecov)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{32}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"CODECOV_TOKEN","anchored":true,"source":"https://docs.codecov.com/docs/codecov-tokens",\#
    "positives":["codecov_key = \"fcF62c0E-CfFb-1320-ed2D-6Ef0f62d292A\"","<codecovToken>\n  fcF62c0E-CfFb-1320-ed2D-6Ef0f62d292A\n</codecovToken>"],\#
    "negatives":["codecov: 1","fcF62c"]}
    {"id":"coveralls-codacy-token","category":"secret","description":"Coveralls, Codacy, Code Climate, Scrutinizer or Percy token",\#
    "keywords":["coveralls","codacy","codeclimate","cc_test_reporter","scrutinizer","percy","bundlephobia","codemagic","appveyor","wakatime"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:cc_test_reporter|bundlephobia|codeclimate|scrutinizer|coveralls|codemagic|appveyor|wakatime|codacy|percy)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+((?:waka_)?(?:[A-Za-z0-9]{32,64}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}))(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"CI_TOKEN","anchored":true,"source":"https://docs.coveralls.io/",\#
    "positives":["coveralls_key = \"waka_CXxQcronwuZqukNrq0s9fisERaII2vlD\"","<coverallsToken>\n  waka_CXxQcronwuZqukNrq0s9fisERaII2vlD\n</coverallsToken>"],\#
    "negatives":["coveralls: 1","waka_C"]}
    {"id":"sonar-token","category":"secret","description":"SonarQube or SonarCloud token","keywords":["squ_","sqp_","sqa_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sq[upa]_[A-Za-z0-9]{40}(?![A-Za-z0-9])","entropy":2.8,"label":"SONAR_TOKEN",\#
    "anchored":true,"source":"https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens",\#
    "positives":["squ_jCnKWdkrKQlndebaXsDqO8yXIFCDtdpnsxtGdaZ2","TOKEN=\"squ_jCnKWdkrKQlndebaXsDqO8yXIFCDtdpnsxtGdaZ2\" # ok"],\#
    "negatives":["squ_…","aBsqu_jCnKWdkrKQlndebaXsDqO8yXIFCDtdpnsxtGdaZ2"]}
    {"id":"sonar-legacy-token","category":"secret","description":"SonarQube or SonarCloud token","keywords":["sonar"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:sonar)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+((?:sq[upa]_)?[A-Za-z0-9]{40})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.8,"label":"SONAR_TOKEN","anchored":true,"source":"https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens",\#
    "positives":["sonar_key = \"sqa_b23auGc3xjLwagAja1SSZ9fFnd5vVEkfcfTLNt8Y\"","<sonarToken>\n  sqa_b23auGc3xjLwagAja1SSZ9fFnd5vVEkfcfTLNt8Y\n</sonarToken>"],\#
    "negatives":["sonar: 1","sqa_b2"]}
    {"id":"snyk-token","category":"secret","description":"Snyk token","keywords":["snyk"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:snyk)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"SNYK_TOKEN","anchored":true,"source":"https://docs.snyk.io/snyk-api/authentication-for-api",\#
    "positives":["snyk_key = \"e5C55Da5-6B8A-EcA7-babA-5d8C5d3E4ac7\"","<snykToken>\n  e5C55Da5-6B8A-EcA7-babA-5d8C5d3E4ac7\n</snykToken>"],\#
    "negatives":["snyk: 1","e5C55D"]}
    {"id":"sourcegraph-token","category":"secret","description":"Sourcegraph access token","keywords":["sgp_","sgd_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sg[pd]_(?:(?:[a-fA-F0-9]{16}|local)_)?[A-Fa-f0-9]{40,64}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"SOURCEGRAPH_TOKEN","anchored":true,"source":"https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token",\#
    "positives":["sgd_A68D6AE8c7AAAC51_6eA9D2e31c089eBfa97c7ebcAf56c3C016eee66d","TOKEN=\"sgd_A68D6AE8c7AAAC51_6eA9D2e31c089eBfa97c7ebcAf56c3C016eee66d\" # ok"],\#
    "negatives":["sgd_…","aBsgd_A68D6AE8c7AAAC51_6eA9D2e31c089eBfa97c7ebcAf56c3C016eee66d"]}
    {"id":"sourcegraph-legacy-token","category":"secret","description":"Sourcegraph access token","keywords":["sourcegraph"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:sourcegraph)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Fa-f0-9]{40})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"SOURCEGRAPH_TOKEN","anchored":true,"source":"https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token",\#
    "positives":["sourcegraph_key = \"E756cDaB39CF726adEbB5dd17a634ad4F0D53C70\"","<sourcegraphToken>\n  E756cDaB39CF726adEbB5dd17a634ad4F0D53C70\n</sourcegraphToken>"],\#
    "negatives":["sourcegraph: 1","E756cD"]}
    {"id":"postman-api-key","category":"secret","description":"Postman API key","keywords":["PMAK-","PMAT-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))PM(?:AK-[A-Fa-f0-9]{24}-[A-Fa-f0-9]{34}|AT-[A-Z0-9]{26})(?![A-Za-z0-9])",\#
    "label":"POSTMAN_API_KEY","anchored":true,"source":"https://learning.postman.com/docs/developer/postman-api/authentication/",\#
    "positives":["PMAK-fc71be31ca480f44d91cd348-73bb886097032c7fce408efeca3af80146","TOKEN=\"PMAK-fc71be31ca480f44d91cd348-73bb886097032c7fce408efeca3af80146\" # ok"],\#
    "negatives":["PMAK-…","aBPMAK-fc71be31ca480f44d91cd348-73bb886097032c7fce408efeca3af80146"]}
    {"id":"octopus-deploy-api-key","category":"secret","description":"Octopus Deploy API key","keywords":["API-"],\#
    "pattern":"(?:(?<![A-Za-z0-9/_-])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))API-[A-Z0-9]{25,36}(?![A-Za-z0-9_-])","entropy":3.3,"label":"OCTOPUS_DEPLOY_API_KEY","anchored":true,\#
    "allow":["^API-[A-Z]+$"],"source":"https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key",\#
    "positives":["OCTOPUS_KEY=API-BXAG9YH7ZTDHNBO0F38L1RHPMR"],"negatives":["GSSAPI-NEGOTIATION-OVER-A-LONG-WORD","API-CALCULADORADEINVESTIMENTOSX"]}
    {"id":"prefect-api-key","category":"secret","description":"Prefect API key","keywords":["pnu_","pnb_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))pn[ub]_[A-Za-z0-9]{36}(?![A-Za-z0-9])","entropy":3.0,"label":"PREFECT_API_KEY",\#
    "anchored":true,"source":"https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys",\#
    "positives":["pnb_yJ13X2Y42f2sQGfR0saKbfR2rrMoYY1eI5yn","TOKEN=\"pnb_yJ13X2Y42f2sQGfR0saKbfR2rrMoYY1eI5yn\" # ok"],\#
    "negatives":["pnb_…","aBpnb_yJ13X2Y42f2sQGfR0saKbfR2rrMoYY1eI5yn"]}
    {"id":"readme-api-key","category":"secret","description":"ReadMe API key","keywords":["rdme_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))rdme_[a-z0-9]{70}(?![A-Za-z0-9])","entropy":3.0,"label":"README_API_KEY",\#
    "anchored":true,"source":"https://docs.readme.com/main/reference/intro/authentication",\#
    "positives":["rdme_5x8nwef6xttedg29f461su9d0dvy904q0xvpwy4pi7vga217w74jvxte7zuwtwqra9cob2","TOKEN=\"rdme_5x8nwef6xttedg29f461su9d0dvy904q0xvpwy4pi7vga217w74jvxte7zuwtwqra9cob2\" # ok"],\#
    "negatives":["rdme_…","aBrdme_5x8nwef6xttedg29f461su9d0dvy904q0xvpwy4pi7vga217w74jvxte7zuwtwqra9cob2"]}
    {"id":"infracost-api-key","category":"secret","description":"Infracost API key","keywords":["ico-"],\#
    "pattern":"(?:(?<![A-Za-z0-9._/-])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))ico-(?=[A-Za-z]{0,31}\\d|[a-z]{1,31}[A-Z])[A-Za-z0-9]{32}(?![A-Za-z0-9_-])","entropy":3.6,"label":"INFRACOST_API_KEY",\#
    "anchored":true,"source":"https://www.infracost.io/docs/","positives":["ico-aagnjX03KYcEy7V5ihkapDG605i1lGGQ"],"negatives":["ico-…","ico-x"]}
    {"id":"harness-api-key","category":"secret","description":"Harness API key","keywords":["pat.","sat."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))[ps]at\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9]{24}\\.[A-Za-z0-9]{20}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"HARNESS_API_KEY","anchored":true,"source":"https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/",\#
    "positives":["pat.AGPmKKOtxHoJV5RFLpy2te.F7NINW8MimDizEewFbtnVeEK.gueYDsoT1XuX5Ibx5t82","TOKEN=\"pat.AGPmKKOtxHoJV5RFLpy2te.F7NINW8MimDizEewFbtnVeEK.gueYDsoT1XuX5Ibx5t82\" # ok"],\#
    "negatives":["pat.…","aBpat.AGPmKKOtxHoJV5RFLpy2te.F7NINW8MimDizEewFbtnVeEK.gueYDsoT1XuX5Ibx5t82"]}
    {"id":"linear-api-key","category":"secret","description":"Linear API key","keywords":["lin_api_","lin_oauth_","lin_wh_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))lin_(?:api|oauth|wh)_[A-Za-z0-9]{32,64}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"LINEAR_API_KEY","anchored":true,"source":"https://linear.app/developers/graphql",\#
    "positives":["lin_api_0TfizHibWbcCGC9IS3Gf782eouHdiZIr1","TOKEN=\"lin_api_0TfizHibWbcCGC9IS3Gf782eouHdiZIr1\" # ok"],\#
    "negatives":["lin_api_…","aBlin_api_0TfizHibWbcCGC9IS3Gf782eouHdiZIr1"]}
    {"id":"settlemint-token","category":"secret","description":"SettleMint token","keywords":["sm_pat_","sm_aat_","sm_sat_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sm_(?:pat|aat|sat)_[A-Za-z0-9]{16}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"SETTLEMINT_TOKEN","anchored":true,"source":"https://console.settlemint.com/documentation/",\#
    "positives":["sm_aat_WL3pUy2wTGuhdZTX","TOKEN=\"sm_aat_WL3pUy2wTGuhdZTX\" # ok"],"negatives":["sm_aat_…","aBsm_aat_WL3pUy2wTGuhdZTX"]}
    {"id":"launchdarkly-key","category":"secret","description":"LaunchDarkly SDK or API key","keywords":["sdk-","mob-","api-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:sdk|mob|api)-[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}(?![A-Za-z0-9])",\#
    "label":"LAUNCHDARKLY_KEY","anchored":true,"source":"https://launchdarkly.com/docs/home/account/api",\#
    "positives":["mob-26807508-62D6-4c5D-ec3a-DA1e5D98e2a9","TOKEN=\"mob-26807508-62D6-4c5D-ec3a-DA1e5D98e2a9\" # ok"],\#
    "negatives":["mob-…","aBmob-26807508-62D6-4c5D-ec3a-DA1e5D98e2a9"]}
    {"id":"launchdarkly-token","category":"secret","description":"LaunchDarkly access token","keywords":["launchdarkly","launch_darkly"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:launch_darkly|launchdarkly)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9=_-]{40})(?![A-Za-z0-9_-])",\#
    "group":1,"entropy":3.0,"label":"LAUNCHDARKLY_TOKEN","anchored":true,"source":"https://launchdarkly.com/docs/home/account/api",\#
    "positives":["launchdarkly_key = \"kAKZU1HrHA7IZ4pgG2O7Or4aahwrbnN6tWtImM7w\"","<launchdarklyToken>\n  kAKZU1HrHA7IZ4pgG2O7Or4aahwrbnN6tWtImM7w\n</launchdarklyToken>"],\#
    "negatives":["launchdarkly: 1","kAKZU1"]}
    {"id":"sentry-token","category":"secret","description":"Sentry token","keywords":["sntrys_","sntryu_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sntry(?:u_[a-f0-9]{64}(?![a-f0-9])|s_eyJ(?:(?![A-Za-z0-9+/]{20,}={0,2}_[A-Za-z0-9+/]{44})[A-Za-z0-9+/_=-]{60,600}))","entropy":3.0,\#
    "label":"SENTRY_TOKEN","anchored":true,"source":"https://docs.sentry.io/api/auth/",\#
    "positives":["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","TOKEN=\"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\" # ok"],\#
    "negatives":["sntryu_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","sntryu_…","aBsntryu_48015fe20811a8b5eedc06ed2f612629d7b85c64d40c2b7554311e9c1418f255"]}
    {"id":"sentry-legacy-token","category":"secret","description":"Sentry token","keywords":["sentry"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:sentry)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{64})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"SENTRY_TOKEN","anchored":true,"source":"https://docs.sentry.io/api/auth/",\#
    "positives":["sentry_key = \"0d31858c0ba11eb146b49463fddb57ab8b925babfc30f45c914835f506714e6f\"","<sentryToken>\n  0d31858c0ba11eb146b49463fddb57ab8b925babfc30f45c914835f506714e6f\n</sentryToken>"],\#
    "negatives":["sentry: 1","0d3185"]}
    {"id":"sentry-dsn-secret","category":"secret","description":"Secret of a Sentry DSN","keywords":["://"],\#
    "pattern":"://[a-f0-9]{32}:([a-f0-9]{32})@(?=[\\w.-]{1,100}/\\d)","group":1,"label":"SENTRY_DSN_SECRET","anchored":true,\#
    "source":"https://docs.sentry.io/concepts/key-terms/dsn-explainer/",\#
    "positives":["https://0f9e8d7c6b5a49382716050f9e8d7c6b:a1b2c3d4e5f60718293a4b5c6d7e8f90@sentry.example.org/4"],\#
    "negatives":["https://sentry.example.org/4"]}
    {"id":"new-relic-key","category":"secret","description":"New Relic key","keywords":["NRAK-","NRJS-","NRII-","NRIQ-","NRRA-","NRSP-","NRAA-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:NR(?:AK|II|IQ|RA|AA|SP)-[A-Za-z0-9_-]{26,42}|NRJS-[a-f0-9]{19,40})","entropy":2.8,\#
    "label":"NEW_RELIC_KEY","anchored":true,"source":"https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",\#
    "positives":["NRJS-24a142dafff134a2d22","TOKEN=\"NRJS-24a142dafff134a2d22\" # ok"],"negatives":["NRJS-…","aBNRJS-24a142dafff134a2d22"]}
    {"id":"new-relic-license-key","category":"secret","description":"New Relic license key or API id","keywords":["newrelic","new_relic","new-relic"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:new_relic|new-relic|newrelic)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{64}|[A-Za-z0-9]{36}NRAL|[a-f0-9]{40}|[a-f0-9]{47})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.8,"label":"NEW_RELIC_LICENSE_KEY","anchored":true,"source":"https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",\#
    "positives":["newrelic_key = \"ad75d668b1f223ad7a983bc0d17c294f8ee24494eac5e92\"","<newrelicToken>\n  ad75d668b1f223ad7a983bc0d17c294f8ee24494eac5e92\n</newrelicToken>"],\#
    "negatives":["newrelic: 1","ad75d6"]}
    {"id":"datadog-key","category":"secret","description":"Datadog API or application key","keywords":["datadog","dd_api","dd_app","dd-api","dd-app"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:datadog|dd_api|dd_app|dd-api|dd-app)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{40}|[a-f0-9]{32})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.8,"label":"DATADOG_KEY","anchored":true,"source":"https://docs.datadoghq.com/account_management/api-app-keys/",\#
    "positives":["datadog_key = \"9ICPellYCjS12dRJB3SklWpNa1uGFF0w0eQhjjtJ\"","<datadogToken>\n  9ICPellYCjS12dRJB3SklWpNa1uGFF0w0eQhjjtJ\n</datadogToken>"],\#
    "negatives":["datadog: 1","9ICPel"]}
    {"id":"datadog-pat","category":"secret","description":"Datadog token","keywords":["ddpat_","ddapp_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))dd(?:pat|app)_[A-Za-z0-9_]{30,60}(?![A-Za-z0-9])","entropy":3.0,"label":"DATADOG_PAT",\#
    "anchored":true,"source":"https://docs.datadoghq.com/account_management/api-app-keys/",\#
    "positives":["ddapp_LhNjh1dwL1k2VQoOd3RkOTgTfZSKnR6","TOKEN=\"ddapp_LhNjh1dwL1k2VQoOd3RkOTgTfZSKnR6\" # ok"],\#
    "negatives":["ddapp_…","aBddapp_LhNjh1dwL1k2VQoOd3RkOTgTfZSKnR6"]}
    {"id":"grafana-token","category":"secret","description":"Grafana token","keywords":["glsa_","glc_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))gl(?:sa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}|c_[A-Za-z0-9+/]{32,400}={0,3})(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"GRAFANA_TOKEN","anchored":true,"source":"https://grafana.com/docs/grafana/latest/administration/service-accounts/",\#
    "positives":["glc_9MVBCTvQZj9XjYUzMHJBlGcYCPDWVPUHKA=","TOKEN=\"glc_9MVBCTvQZj9XjYUzMHJBlGcYCPDWVPUHKA=\" # ok"],\#
    "negatives":["glc_…","aBglc_9MVBCTvQZj9XjYUzMHJBlGcYCPDWVPUHKA="]}
    {"id":"grafana-api-key","category":"secret","description":"Grafana API key before service accounts","keywords":["eyJrIjoi"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))eyJrIjoi[A-Za-z0-9+/_-]{36,400}={0,3}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"GRAFANA_API_KEY","anchored":true,"source":"https://grafana.com/docs/grafana/latest/developers/http_api/auth/",\#
    "positives":["eyJrIjoiphTmsbU5AI68NgJ5DF8TBTj94wtFyUMtUpWPPeJ0AZOZaYSvQRZRGjajczcnYK==","TOKEN=\"eyJrIjoiphTmsbU5AI68NgJ5DF8TBTj94wtFyUMtUpWPPeJ0AZOZaYSvQRZRGjajczcnYK==\" # ok"],\#
    "negatives":["eyJrIjoi…","aBeyJrIjoiphTmsbU5AI68NgJ5DF8TBTj94wtFyUMtUpWPPeJ0AZOZaYSvQRZRGjajczcnYK=="]}
    {"id":"honeycomb-rollbar-key","category":"secret","description":"Key of a monitoring service",\#
    "keywords":["honeycomb","rollbar","bugsnag","airbrake","honeybadger","logdna","loggly","papertrail","logz","logzio","lightstep","instana","appdynamics","pagerduty","opsgenie","statuspage","pingdom","uptimerobot","splunk","elastic_apm","raygun","sumologic_key","victorops","betterstack","logtail","axiom","mezmo","scout_apm","appsignal","amplitude","mixpanel","segment","posthog","keen","heap_app"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:sumologic_key|honeybadger|appdynamics|uptimerobot|elastic_apm|betterstack|papertrail|statuspage|honeycomb|lightstep|pagerduty|victorops|scout_apm|appsignal|amplitude|airbrake|opsgenie|mixpanel|heap_app|rollbar|bugsnag|instana|pingdom|logtail|segment|posthog|logdna|loggly|logzio|splunk|raygun|axiom|mezmo|logz|keen)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+((?:xaat-|xapt-|hcaik_|hcalk_|phx_|u\\+)?(?=[A-Za-z_+-]{0,50}\\d)[A-Za-z0-9_-]{20,64}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})(?![A-Za-z0-9_.-])",\#
    "group":1,"entropy":3.2,"label":"MONITORING_KEY","anchored":true,"allow":["^[a-z]+(?:[_-][a-z0-9]{1,8})+$"],\#
    "source":"https://docs.honeycomb.io/configure/environments/manage-api-keys/",\#
    "positives":["honeycomb_key = \"98BAe82B-7ef7-fDeE-344F-edD5cC14fee5\"","<honeycombToken>\n  98BAe82B-7ef7-fDeE-344F-edD5cC14fee5\n</honeycombToken>"],\#
    "negatives":["segment: 1"]}
    {"id":"sumologic-access-id","category":"secret","description":"Sumo Logic access id","keywords":["sumo"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:sumo)(?=[\\w.-]{0,20}(?i:access|id|token|key|secret|logic))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+(su[A-Za-z0-9]{12})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"SUMOLOGIC_ACCESS_ID","anchored":true,"allow":["^[a-z]+$"],\#
    "source":"https://help.sumologic.com/docs/manage/security/access-keys/",\#
    "positives":["sumo_access_id_key = \"suIWNr7iMp8Ucx\"","<sumo_access_idToken>\n  suIWNr7iMp8Ucx\n</sumo_access_idToken>"],\#
    "negatives":["SUMOLOGIC_ACCESSID: ${SUMO_ID}","sumObj = suGvI7imvBDdwU"]}
    {"id":"sumologic-access-key","category":"secret","description":"Sumo Logic access key","keywords":["sumo"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:sumo)(?=[\\w.-]{0,20}(?i:access|id|token|key|secret|logic))[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{64})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"SUMOLOGIC_ACCESS_KEY","anchored":true,"source":"https://help.sumologic.com/docs/manage/security/access-keys/",\#
    "positives":["sumo_key = \"loQtVHelPfRnSQYOxrQSR3iWSojBqAk7KCa3Nv9rv8aG9M0wFPxEv7o4LQMkaREd\"","<sumoToken>\n  loQtVHelPfRnSQYOxrQSR3iWSojBqAk7KCa3Nv9rv8aG9M0wFPxEv7o4LQMkaREd\n</sumoToken>"],\#
    "negatives":["sumo: 1","loQtVH"]}
    {"id":"onepassword-service-account","category":"secret","description":"1Password service account token","keywords":["ops_eyJ"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))ops_eyJ[A-Za-z0-9+/_-]{200,4000}={0,3}","entropy":3.5,\#
    "label":"ONEPASSWORD_SERVICE_ACCOUNT","anchored":true,"source":"https://developer.1password.com/docs/service-accounts/",\#
    "positives":["ops_eyJPF6E19mekDjfQOnAmDaLBMF145R2VeCqfvZOyXRk9DZtvX2agj50I8Hhx5CU4hxWks4ssAgZyQoq7PvFZbsYfTw7sBDYVxqvAoQNmhJxPXeNzqjUQWD9wiqVoaNBH2zFjPoILLdX3d8qs00ZzaLTdM3q0Csl9DCVayP6x5WgoS31nwG4JhF3fiUbsGyUvp3bBCGVmz0yB","TOKEN=\"ops_eyJPF6E19mekDjfQOnAmDaLBMF145R2VeCqfvZOyXRk9DZtvX2agj50I8Hhx5CU4hxWks4ssAgZyQoq7PvFZbsYfTw7sBDYVxqvAoQNmhJxPXeNzqjUQWD9wiqVoaNBH2zFjPoILLdX3d8qs00ZzaLTdM3q0Csl9DCVayP6x5WgoS31nwG4JhF3fiUbsGyUvp3bBCGVmz0yB\" # ok"],\#
    "negatives":["ops_eyJ…","aBops_eyJPF6E19mekDjfQOnAmDaLBMF145R2VeCqfvZOyXRk9DZtvX2agj50I8Hhx5CU4hxWks4ssAgZyQoq7PvFZbsYfTw7sBDYVxqvAoQNmhJxPXeNzqjUQWD9wiqVoaNBH2zFjPoILLdX3d8qs00ZzaLTdM3q0Csl9DCVayP6x5WgoS31nwG4JhF3fiUbsGyUvp3bBCGVmz0yB"]}
    {"id":"onepassword-secret-key","category":"secret","description":"1Password secret key","keywords":["A3-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"ONEPASSWORD_SECRET_KEY","anchored":true,"source":"https://support.1password.com/secret-key-security/",\#
    "positives":["A3-C7851G-NWTXP0-7CRAH-Q2UR3-8H4RF-4MRR3","TOKEN=\"A3-C7851G-NWTXP0-7CRAH-Q2UR3-8H4RF-4MRR3\" # ok"],\#
    "negatives":["A3-…","aBA3-C7851G-NWTXP0-7CRAH-Q2UR3-8H4RF-4MRR3"]}
    {"id":"authress-key","category":"secret","description":"Authress service client key","keywords":["sc_","ext_","scauth_","authress_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\\.[A-Za-z0-9]{4,6}\\.acc[_-][A-Za-z0-9-]{10,32}\\.[A-Za-z0-9+/_=-]{30,120}",\#
    "entropy":3.0,"label":"AUTHRESS_KEY","anchored":true,"source":"https://authress.io/knowledge-base/docs/authorization/service-clients/",\#
    "positives":["sc_MQjEA.pqGn.acc_FSJldzOwDH8d.mbrYBTZOI9l2MT5ATzP76ecW3aajOe","TOKEN=\"sc_MQjEA.pqGn.acc_FSJldzOwDH8d.mbrYBTZOI9l2MT5ATzP76ecW3aajOe\" # ok"],\#
    "negatives":["sc_…","aBsc_MQjEA.pqGn.acc_FSJldzOwDH8d.mbrYBTZOI9l2MT5ATzP76ecW3aajOe"]}
    {"id":"typeform-token","category":"secret","description":"Typeform token","keywords":["tfp_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))tfp_[A-Za-z0-9_.=-]{44,60}","entropy":3.0,"label":"TYPEFORM_TOKEN","anchored":true,\#
    "source":"https://www.typeform.com/developers/get-started/personal-access-token/",\#
    "positives":["tfp_zu0g0WYdQRGrTZrK09wse4J0pdvV6K4YvgydqieMOHSkLW","TOKEN=\"tfp_zu0g0WYdQRGrTZrK09wse4J0pdvV6K4YvgydqieMOHSkLW\" # ok"],\#
    "negatives":["tfp_…","aBtfp_zu0g0WYdQRGrTZrK09wse4J0pdvV6K4YvgydqieMOHSkLW"]}
    {"id":"figma-token","category":"secret","description":"Figma token","keywords":["figd_","figu_","figo_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))fig[duo]_[A-Za-z0-9_-]{35,80}","entropy":3.0,"label":"FIGMA_TOKEN","anchored":true,\#
    "source":"https://www.figma.com/developers/api#access-tokens",\#
    "positives":["figd_PHaroKbF2Sfsi6CxBacYsARnOs5xxBpzn1L","TOKEN=\"figd_PHaroKbF2Sfsi6CxBacYsARnOs5xxBpzn1L\" # ok"],\#
    "negatives":["figd_…","aBfigd_PHaroKbF2Sfsi6CxBacYsARnOs5xxBpzn1L"]}
    {"id":"notion-token","category":"secret","description":"Notion token","keywords":["ntn_","secret_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:ntn_[0-9]{11}[A-Za-z0-9]{32}[A-Za-z0-9]{3}|secret_[A-Za-z0-9]{43})(?![A-Za-z0-9_])",\#
    "entropy":3.0,"label":"NOTION_TOKEN","anchored":true,"source":"https://developers.notion.com/docs/authorization",\#
    "positives":["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","TOKEN=\"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\" # ok"],\#
    "negatives":["ntn_…","aBntn_54793580185Jdyyd2SH2BS2MMuuPIy7nUAs6YML8CBZZiQ"]}
    {"id":"airtable-token","category":"secret","description":"Airtable token","keywords":["pat"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}(?![A-Za-z0-9])","label":"AIRTABLE_TOKEN",\#
    "anchored":true,"source":"https://airtable.com/developers/web/api/authentication",\#
    "positives":["patuSf3IyjKkgRkhM.d0876915094cba50903b6a5500234b39b49aaad30b851df5d4c918348ba6e97a","TOKEN=\"patuSf3IyjKkgRkhM.d0876915094cba50903b6a5500234b39b49aaad30b851df5d4c918348ba6e97a\" # ok"],\#
    "negatives":["pat…","aBpatuSf3IyjKkgRkhM.d0876915094cba50903b6a5500234b39b49aaad30b851df5d4c918348ba6e97a"]}
    {"id":"contentful-token","category":"secret","description":"Contentful token","keywords":["CFPAT-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))CFPAT-[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])","entropy":3.0,"label":"CONTENTFUL_TOKEN",\#
    "anchored":true,"source":"https://www.contentful.com/developers/docs/references/authentication/",\#
    "positives":["CFPAT-Ys0SDD9BVKjr6LOpM5fvqXRJ0sNwzgoeHaO8KTNr6ac","TOKEN=\"CFPAT-Ys0SDD9BVKjr6LOpM5fvqXRJ0sNwzgoeHaO8KTNr6ac\" # ok"],\#
    "negatives":["CFPAT-…","aBCFPAT-Ys0SDD9BVKjr6LOpM5fvqXRJ0sNwzgoeHaO8KTNr6ac"]}
    {"id":"asana-token","category":"secret","description":"Asana personal access token",\#
    "keywords":["0/0","0/1","0/2","0/3","0/4","0/5","0/6","0/7","0/8","0/9","1/0","1/1","1/2","1/3","1/4","1/5","1/6","1/7","1/8","1/9","2/0","2/1","2/2","2/3","2/4","2/5","2/6","2/7","2/8","2/9"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))[012]/\\d{16}(?:/\\d{16})?:[a-f0-9]{32}(?![A-Za-z0-9])","label":"ASANA_TOKEN",\#
    "anchored":true,"source":"https://developers.asana.com/docs/personal-access-token",\#
    "positives":["2/3849327422466846/5259996179502903:7b4c6fed544dfd6a09eba41f0d3a6541","TOKEN=\"2/3849327422466846/5259996179502903:7b4c6fed544dfd6a09eba41f0d3a6541\" # ok"],\#
    "negatives":["2/…","aB2/3849327422466846/5259996179502903:7b4c6fed544dfd6a09eba41f0d3a6541"]}
    {"id":"clickup-token","category":"secret","description":"ClickUp token","keywords":["pk_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))pk_\\d{6,12}_[A-Z0-9]{32}(?![A-Za-z0-9])","label":"CLICKUP_TOKEN","anchored":true,\#
    "source":"https://developer.clickup.com/docs/authentication",\#
    "positives":["pk_001433_Y4K6H3RZRYJMB2SCIC4QZKDJP6RBB2K0","TOKEN=\"pk_001433_Y4K6H3RZRYJMB2SCIC4QZKDJP6RBB2K0\" # ok"],\#
    "negatives":["pk_…","aBpk_001433_Y4K6H3RZRYJMB2SCIC4QZKDJP6RBB2K0"]}
    {"id":"dropbox-token","category":"secret","description":"Dropbox short-lived token","keywords":["sl."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sl\\.(?:u\\.)?[A-Za-z0-9_=-]{130,1400}","entropy":4.0,"label":"DROPBOX_TOKEN",\#
    "anchored":true,"source":"https://developers.dropbox.com/oauth-guide",\#
    "positives":["sl.25iZ2Y6PD0nKSkhGCEPTKpfwKQQe2GtLjJdjrZb0m3WbUiMlXAnX5aaz16v7J7LxQZHk4U0hxx8TJHQDjY9KUQZWNKAhiGIAab35F82Qc7Piv2hu5C47kKhCdhXOaCTwcENJ","TOKEN=\"sl.25iZ2Y6PD0nKSkhGCEPTKpfwKQQe2GtLjJdjrZb0m3WbUiMlXAnX5aaz16v7J7LxQZHk4U0hxx8TJHQDjY9KUQZWNKAhiGIAab35F82Qc7Piv2hu5C47kKhCdhXOaCTwcENJ\" # ok"],\#
    "negatives":["sl.…","aBsl.25iZ2Y6PD0nKSkhGCEPTKpfwKQQe2GtLjJdjrZb0m3WbUiMlXAnX5aaz16v7J7LxQZHk4U0hxx8TJHQDjY9KUQZWNKAhiGIAab35F82Qc7Piv2hu5C47kKhCdhXOaCTwcENJ"]}
    {"id":"defined-networking-key","category":"secret","description":"Defined Networking key","keywords":["dnkey-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))dnkey-[A-Za-z0-9=_-]{26}-[A-Za-z0-9=_-]{52}","label":"DEFINED_NETWORKING_KEY",\#
    "anchored":true,"source":"https://docs.defined.net/guides/api-tokens/",\#
    "positives":["dnkey-o73H8NkM9uBxtIwuTMhQHP92OO-wtQvQ474M2fjOoJqwHW8q3hZzPNRLxXYNm09Nb27Lkh8K9ooidiI","TOKEN=\"dnkey-o73H8NkM9uBxtIwuTMhQHP92OO-wtQvQ474M2fjOoJqwHW8q3hZzPNRLxXYNm09Nb27Lkh8K9ooidiI\" # ok"],\#
    "negatives":["dnkey-…","aBdnkey-o73H8NkM9uBxtIwuTMhQHP92OO-wtQvQ474M2fjOoJqwHW8q3hZzPNRLxXYNm09Nb27Lkh8K9ooidiI"]}
    {"id":"tailscale-key","category":"secret","description":"Tailscale key","keywords":["tskey-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))tskey-[a-z]{2,10}-[A-Za-z0-9]{10,40}(?:-[A-Za-z0-9]{16,40})?(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"TAILSCALE_KEY","anchored":true,"source":"https://tailscale.com/kb/1101/api",\#
    "positives":["tskey-qao-cU7eLlUPZu-2OIq05JYbv4ROXtt6","TOKEN=\"tskey-qao-cU7eLlUPZu-2OIq05JYbv4ROXtt6\" # ok"],\#
    "negatives":["tskey-…","aBtskey-qao-cU7eLlUPZu-2OIq05JYbv4ROXtt6"]}
    {"id":"frameio-token","category":"secret","description":"Frame.io token","keywords":["fio-u-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))fio-u-[A-Za-z0-9_=-]{64}","label":"FRAMEIO_TOKEN","anchored":true,\#
    "source":"https://developer.frame.io/docs/getting-started/authentication",\#
    "positives":["fio-u-mkyq6W1bWPZC03lRPxpRo22eOtqj4dl4ZcCsMlcpivYoNg3HXs2ipHxUTlt73iGY","TOKEN=\"fio-u-mkyq6W1bWPZC03lRPxpRo22eOtqj4dl4ZcCsMlcpivYoNg3HXs2ipHxUTlt73iGY\" # ok"],\#
    "negatives":["fio-u-…","aBfio-u-mkyq6W1bWPZC03lRPxpRo22eOtqj4dl4ZcCsMlcpivYoNg3HXs2ipHxUTlt73iGY"]}
    {"id":"beamer-token","category":"secret","description":"Beamer API token","keywords":["beamer"],\#
    "pattern":"(?<![A-Za-z0-9_-])b_[A-Za-z0-9=_-]{44}(?![A-Za-z0-9_-])","entropy":4.2,"label":"BEAMER_TOKEN",\#
    "source":"https://www.getbeamer.com/api",\#
    "positives":["Beamer: b_ZT6fiHr8IRIWhIHnVXZy5W5Sn6Zl6M6QWwttpg2Qi9S2","BEAMER_TOKEN=\"b_ZT6fiHr8IRIWhIHnVXZy5W5Sn6Zl6M6QWwttpg2Qi9S2\" # ok"],\#
    "negatives":["beamer b_…","beamer b_"]}
    {"id":"openvsx-token","category":"secret","description":"Open VSX or Snyk style token","keywords":["ovsxp_","ovsxat_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))ovsx(?:p|at)_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9])",\#
    "label":"OPENVSX_TOKEN","anchored":true,"source":"https://github.com/eclipse/openvsx/wiki/Publishing-Extensions",\#
    "positives":["ovsxp_188867b8-7c84-fb9d-e9a2-8db188d5ab02","TOKEN=\"ovsxp_188867b8-7c84-fb9d-e9a2-8db188d5ab02\" # ok"],\#
    "negatives":["ovsxp_…","aBovsxp_188867b8-7c84-fb9d-e9a2-8db188d5ab02"]}
    {"id":"intra42-client-secret","category":"secret","description":"42 intra client secret","keywords":["s-s4t2"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))s-s4t2(?:ud|af)-[a-f0-9]{64}(?![A-Za-z0-9])","label":"INTRA42_CLIENT_SECRET",\#
    "anchored":true,"source":"https://api.intra.42.fr/apidoc",\#
    "positives":["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","TOKEN=\"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\" # ok"],\#
    "negatives":["s-s4t2…","aBs-s4t2ud-dfd55e5c482642d0d8b6cf76a842f62066cecea30f147f8929a5f398fbcb8f56"]}
    {"id":"okta-api-token","category":"secret","description":"Okta API token","keywords":["okta","ssws"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:okta|ssws)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+(00[A-Za-z0-9_=-]{39,42})(?![A-Za-z0-9_-])",\#
    "group":1,"entropy":3.3,"label":"OKTA_API_TOKEN","anchored":true,"source":"https://developer.okta.com/docs/guides/create-an-api-token/",\#
    "positives":["okta_key = \"00L1DeVhdHccDTZUZpzfzJC98xQ6oxlkBVxedhe6AXu\"","<oktaToken>\n  00L1DeVhdHccDTZUZpzfzJC98xQ6oxlkBVxedhe6AXu\n</oktaToken>"],\#
    "negatives":["okta: 1","00L1De"]}
    {"id":"okta-ssws-header","category":"secret","description":"Okta API token in a header","keywords":["SSWS "],\#
    "pattern":"SSWS {1,4}(00[A-Za-z0-9_=-]{38,42})","group":1,"label":"OKTA_API_TOKEN","anchored":true,\#
    "source":"https://developer.okta.com/docs/guides/create-an-api-token/","positives":["Authorization: SSWS 00un20u4PO2N2TcnH7ZA1dCPDzsGJvUCgWnzdpEGzb"],\#
    "negatives":["SSWS ${api_token}"]}
    {"id":"nuget-config-password","category":"secret","description":"Password in a NuGet configuration","keywords":["<add key=\""],\#
    "pattern":"(?i)<add\\s{1,4}key=\"(?:cleartext)?password\"\\s{1,4}value=\"([^\"%{}<>$]{6,400})\"","group":1,"label":"NUGET_PASSWORD","anchored":true,\#
    "allow":["^[xX*]+$"],"source":"https://learn.microsoft.com/nuget/reference/nuget-config-file",\#
    "positives":["<add key=\"ClearTextPassword\" value=\"Tangerine-77\" />"],"negatives":["<add key=\"Password\" value=\"%FEED_PASSWORD%\" />"]}
    {"id":"sidekiq-secret","category":"secret","description":"Sidekiq Enterprise or Pro login",\#
    "keywords":["bundle_enterprise__contribsys__com","bundle_gems__contribsys__com","enterprise.contribsys.com","gems.contribsys.com"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:bundle_enterprise__contribsys__com|bundle_gems__contribsys__com|enterprise\\.contribsys\\.com|gems\\.contribsys\\.com)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{8}:[a-f0-9]{8})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"SIDEKIQ_SECRET","anchored":true,"source":"https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ",\#
    "positives":["BUNDLE_GEMS__CONTRIBSYS__COM=7d3e91ab:c402f8e5"],"negatives":["BUNDLE_GEMS__CONTRIBSYS__COM: none"]}
    """#
}
