extension BuiltInRules {
  /// Tokens that their issuer's own prefix gives away, of what has no file of its own. One rule a line of JSON, in the form that `redact --print-rules` writes and `--rules` reads.
  static let prefix: StaticString = #"""
    {"id":"docker-swarm-token","category":"secret","description":"Docker Swarm join token or unlock key","keywords":["SWMTKN-1-","SWMKEY-1-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))SWM(?:TKN-1-[a-z0-9]{45,56}-[a-z0-9]{20,30}|KEY-1-[A-Za-z0-9+/]{40,50})(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"DOCKER_TOKEN","anchored":true,"source":"https://docs.docker.com/engine/swarm/swarm_manager_locking/",\#
    "positives":["SWMKEY-1-ZWdfRLgxL+Z1bvxbT7WrKL8ozFiA2auK7Z7GtQbU4WW","SWMTKN-1-bk40f1fjtayvi7zmdn2q8ziw4dij0hghjsll0jn9u5oqh-xle6sadvnyzvzy0x8flcxz2oto"],\#
    "negatives":["SWMTKN-1-…","aBSWMKEY-1-ZWdfRLgxL+Z1bvxbT7WrKL8ozFiA2auK7Z7GtQbU4WW"]}
    {"id":"datastax-astra-token","category":"secret","description":"DataStax Astra DB application token","keywords":["AstraCS"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))AstraCS(?::|%3A)[A-Za-z0-9]{20,30}(?:(?::|%3A)[A-Za-z0-9]{40,64})?(?![A-Za-z0-9])",\#
    "label":"ASTRA_TOKEN","anchored":true,"source":"https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html",\#
    "positives":["AstraCS:PTClQL0wqD3Qqrt2wyawgUs","TOKEN=\"AstraCS:PTClQL0wqD3Qqrt2wyawgUs\" # ok"],\#
    "negatives":["AstraCS…","aBAstraCS:PTClQL0wqD3Qqrt2wyawgUs"]}
    {"id":"aws-appsync-key","category":"secret","description":"AWS AppSync API key","keywords":["da2-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))da2-[a-z0-9]{26}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"AWS_APPSYNC_KEY","anchored":true,"source":"https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",\#
    "positives":["da2-w8osakmp0kvmisir89pxsmvu30","TOKEN=\"da2-w8osakmp0kvmisir89pxsmvu30\" # ok"],\#
    "negatives":["da2-…","aBda2-w8osakmp0kvmisir89pxsmvu30"]}
    {"id":"akamai-edgegrid-token","category":"secret","description":"Akamai EdgeGrid client or access token","keywords":["akab-","akaa-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))aka[ab]-[a-z0-9]{16}-[a-z0-9]{16}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"AKAMAI_TOKEN","anchored":true,"source":"https://techdocs.akamai.com/developer/docs/edgegrid",\#
    "positives":["akaa-hbuu8lxd4w9bh8dv-83m4cbkenssucunh","akab-0av3xuvk68zmop0b-rz79nrupwia1pjs3"],\#
    "negatives":["akab-…","aBakaa-hbuu8lxd4w9bh8dv-83m4cbkenssucunh"]}
    {"id":"alibaba-sts-key-id","category":"secret","description":"Alibaba Cloud temporary access key","keywords":["STS."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))STS\\.(?=[A-Z0-9]{0,40}[a-z])(?=[A-Za-z]{0,40}\\d)[A-Za-z0-9]{19,40}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"ALIBABA_ACCESS_KEY","anchored":true,\#
    "source":"https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-assumerole",\#
    "positives":["STS.AlXIjPPpifnB6NPwKxiIC","TOKEN=\"STS.AlXIjPPpifnB6NPwKxiIC\" # ok"],"negatives":["STS.…","aBSTS.AlXIjPPpifnB6NPwKxiIC"]}
    {"id":"exoscale-api-key","category":"secret","description":"Exoscale API key","keywords":["EXO"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))EXO(?:[a-f0-9]{24}|(?=[A-Za-z]{0,26}\\d)(?=[a-z0-9]{0,26}[A-Z])(?=[A-Z0-9]{0,26}[a-z])[A-Za-z0-9]{26})(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"EXOSCALE_API_KEY","anchored":true,"source":"https://community.exoscale.com/product/iam/",\#
    "positives":["EXO0f371ce89075bee96201e651","TOKEN=\"EXO0f371ce89075bee96201e651\" # ok"],"negatives":["EXO…","aBEXO0f371ce89075bee96201e651"]}
    {"id":"deno-deploy-token","category":"secret","description":"Deno Deploy token of a person or an organization","keywords":["ddp_","ddo_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))dd[po]_[A-Za-z0-9]{36}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"DENO_TOKEN","anchored":true,"source":"https://docs.deno.com/deploy/",\#
    "positives":["ddo_dG9HPlUL72BLcocnsSrz2JqfyGZU55qwpvYH","ddp_rE2EvCUSUMgOarlTK09DKiIYrAJzsLyQY1C9"],\#
    "negatives":["ddp_…","aBddo_dG9HPlUL72BLcocnsSrz2JqfyGZU55qwpvYH"]}
    {"id":"elastic-cloud-key","category":"secret","description":"Elastic Cloud API key","keywords":["essu_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))essu_[A-Za-z0-9+/_-]{40,200}={0,3}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"ELASTIC_API_KEY","anchored":true,"source":"https://www.elastic.co/docs/deploy-manage/api-keys",\#
    "positives":["essu_tRWEFjYcmFBi4WlIpyFGVBjQ2WHG1FtYV/r_qjZmxc-l=","TOKEN=\"essu_tRWEFjYcmFBi4WlIpyFGVBjQ2WHG1FtYV/r_qjZmxc-l=\" # ok"],\#
    "negatives":["essu_…","aBessu_tRWEFjYcmFBi4WlIpyFGVBjQ2WHG1FtYV/r_qjZmxc-l="]}
    {"id":"upcloud-token","category":"secret","description":"UpCloud API token","keywords":["ucat_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))ucat_[A-Za-z0-9]{26,32}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"UPCLOUD_TOKEN","anchored":true,"source":"https://developers.upcloud.com/1.3/2-authentication/",\#
    "positives":["ucat_RhpMAF0nkmda30vYDIMnADdj9A","TOKEN=\"ucat_RhpMAF0nkmda30vYDIMnADdj9A\" # ok"],\#
    "negatives":["ucat_…","aBucat_RhpMAF0nkmda30vYDIMnADdj9A"]}
    {"id":"cockroachdb-cloud-key","category":"secret","description":"CockroachDB Cloud API key","keywords":["CCDB1_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"COCKROACHDB_KEY","anchored":true,"source":"https://www.cockroachlabs.com/docs/cockroachcloud/managing-access",\#
    "positives":["CCDB1_7umRsjqtxK3Fk9FW4DTewn_Mit3hvbHNtVsVEmIwd4IGrCGlcZiNoQdWC3HnpLw","TOKEN=\"CCDB1_7umRsjqtxK3Fk9FW4DTewn_Mit3hvbHNtVsVEmIwd4IGrCGlcZiNoQdWC3HnpLw\" # ok"],\#
    "negatives":["CCDB1_…","aBCCDB1_7umRsjqtxK3Fk9FW4DTewn_Mit3hvbHNtVsVEmIwd4IGrCGlcZiNoQdWC3HnpLw"]}
    {"id":"convex-deploy-key","category":"secret","description":"Convex deploy key","keywords":["|eyJ2Mi"],"pattern":"\\|eyJ2Mi[A-Za-z0-9+/_=-]{24,400}",\#
    "entropy":3.5,"label":"CONVEX_DEPLOY_KEY","anchored":true,"source":"https://docs.convex.dev/cli/deploy-key-types",\#
    "positives":["|eyJ2MivhP9nIZfC8CHfilQmE8_Qc-HdC9MB5","TOKEN=\"|eyJ2MivhP9nIZfC8CHfilQmE8_Qc-HdC9MB5\" # ok"],"negatives":["|eyJ2Mi…"]}
    {"id":"backblaze-b2-key","category":"secret","description":"Backblaze B2 application key","keywords":["K001","K002","K003","K004","K005"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))K00[1-5](?=[A-Za-z+/]{0,26}\\d)(?=[A-Z0-9+/]{0,26}[a-z])(?=[a-z0-9+/]{0,26}[A-Z])[A-Za-z0-9+/]{27}(?![A-Za-z0-9+/=])",\#
    "entropy":3.8,"label":"BACKBLAZE_KEY","anchored":true,"source":"https://www.backblaze.com/docs/cloud-storage-application-keys",\#
    "positives":["K004CJ43qbUoZHULoFtj9DPM5qQKL36","K003b1qYcDc4JSUxZgpMArROd+f2krt"],"negatives":["K001…","aBK004CJ43qbUoZHULoFtj9DPM5qQKL36"]}
    {"id":"netbird-token","category":"secret","description":"NetBird personal access token","keywords":["nbp_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))nbp_[A-Za-z0-9]{36}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"NETBIRD_TOKEN","anchored":true,"source":"https://docs.netbird.io/api/guides/authentication",\#
    "positives":["nbp_XzgGmRG39dYdX75iBIMDqmK9bOV34nzM3Ew3","TOKEN=\"nbp_XzgGmRG39dYdX75iBIMDqmK9bOV34nzM3Ew3\" # ok"],\#
    "negatives":["nbp_…","aBnbp_XzgGmRG39dYdX75iBIMDqmK9bOV34nzM3Ew3"]}
    {"id":"buildkite-prefixed-token","category":"secret","description":"Buildkite portal, job or registry token",\#
    "keywords":["bkpat_","bkaj_","bkar_","bkrt_","bkpt_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))bk(?:pat|aj|ar|rt|pt)_[A-Za-z0-9_.-]{32,400}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"BUILDKITE_TOKEN","anchored":true,"source":"https://buildkite.com/docs/platform/security/tokens",\#
    "positives":["bkpt_d0C0MAAjU_9FpLUsORT4QVcYpIg7wbQT","bkpat_vUZ7vvZOUTkO.j7vZ7Uv8DyX4WhV4uQQ5y"],\#
    "negatives":["bkpat_…","aBbkpt_d0C0MAAjU_9FpLUsORT4QVcYpIg7wbQT"]}
    {"id":"aikido-token","category":"secret","description":"Aikido Security credential","keywords":["AIK_CI_","AIK_SECRET_","AIK_CLIENT_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))AIK_(?:CI|SECRET|CLIENT)_[A-Za-z0-9_-]{20,90}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"AIKIDO_TOKEN","anchored":true,"source":"https://apidocs.aikido.dev/reference/authorization",\#
    "positives":["AIK_SECRET_H67P1hhzg8RCk2DUTRtPBubQR","AIK_CLIENT_dyY8-sMMCDvDdILoZs88J"],\#
    "negatives":["AIK_CI_…","aBAIK_SECRET_H67P1hhzg8RCk2DUTRtPBubQR"]}
    {"id":"canva-client-secret","category":"secret","description":"Canva client secret","keywords":["cnvca"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))cnvca[A-Za-z0-9_-]{40,60}(?![A-Za-z0-9])",\#
    "entropy":3.8,"label":"CANVA_SECRET","anchored":true,"source":"https://www.canva.dev/docs/connect/creating-integrations/",\#
    "positives":["cnvca1wrSyuc061kLyBmCqzVvrXlVjK1SFU_UokdSh4zh","TOKEN=\"cnvca1wrSyuc061kLyBmCqzVvrXlVjK1SFU_UokdSh4zh\" # ok"],\#
    "negatives":["cnvca…","aBcnvca1wrSyuc061kLyBmCqzVvrXlVjK1SFU_UokdSh4zh"]}
    {"id":"adobe-oauth-secret","category":"secret","description":"Adobe OAuth client secret","keywords":["p8e-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))p8e-(?=[A-Za-z_-]{0,31}\\d)[A-Za-z0-9_-]{28,36}(?![A-Za-z0-9])",\#
    "entropy":3.3,"label":"ADOBE_SECRET","anchored":true,"source":"https://developer.adobe.com/developer-console/docs/guides/authentication/",\#
    "positives":["p8e-oCYZQoqbxpW8_1eb9Fr_owI3CIcC9PFWq7","TOKEN=\"p8e-oCYZQoqbxpW8_1eb9Fr_owI3CIcC9PFWq7\" # ok"],\#
    "negatives":["p8e-…","aBp8e-oCYZQoqbxpW8_1eb9Fr_owI3CIcC9PFWq7"]}
    {"id":"cartesia-api-key","category":"secret","description":"Cartesia API key","keywords":["sk_car_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sk_car_[A-Za-z0-9_-]{20,60}(?![A-Za-z0-9])",\#
    "entropy":3.3,"label":"CARTESIA_API_KEY","anchored":true,"source":"https://docs.cartesia.ai/get-started/authenticate-your-client-applications",\#
    "positives":["sk_car_HO5LjQvpjqCwaWfsDlOz4Fc","TOKEN=\"sk_car_HO5LjQvpjqCwaWfsDlOz4Fc\" # ok"],\#
    "negatives":["sk_car_…","aBsk_car_HO5LjQvpjqCwaWfsDlOz4Fc"]}
    {"id":"brave-search-key","category":"secret","description":"Brave Search API key","keywords":["BSA"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))BSA(?=[A-Za-z_-]{0,27}\\d)(?=[A-Z0-9_-]{0,27}[a-z])[A-Za-z0-9_-]{25,28}(?![A-Za-z0-9_-])",\#
    "entropy":3.8,"label":"BRAVE_API_KEY","anchored":true,"source":"https://api-dashboard.search.brave.com/app/documentation",\#
    "positives":["BSAhfPDpnRJnG_0QTItzsXVL0FFH","TOKEN=\"BSAhfPDpnRJnG_0QTItzsXVL0FFH\" # ok"],"negatives":["BSA…","aBBSAhfPDpnRJnG_0QTItzsXVL0FFH"]}
    {"id":"devin-api-key","category":"secret","description":"Devin API key","keywords":["cog_","apk_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:cog_[a-z2-7]{52}|apk_(?:user_)?(?=[A-Za-z+/_=-]{0,60}\\d)(?=[a-z0-9+/_=-]{0,60}[A-Z])[A-Za-z0-9+/_=-]{60,300})(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"DEVIN_API_KEY","anchored":true,"source":"https://docs.devin.ai/api-reference/overview",\#
    "positives":["apk_cJYtMKPS=JoqD5yBIpszk/-N0gLB+10mYxmcFc=B/TUi0HICF5a2nhTyHMluPj-G_","cog_x7my26xxcpv3bvntyh6c65qra4sajdzgcxg3znlfbkdv6h3ynht6"],\#
    "negatives":["cog_…","aBapk_cJYtMKPS=JoqD5yBIpszk/-N0gLB+10mYxmcFc=B/TUi0HICF5a2nhTyHMluPj-G_"]}
    {"id":"cursor-api-key","category":"secret","description":"Cursor API key","keywords":["crsr_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))crsr_[0-9a-f]{64}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"CURSOR_API_KEY","anchored":true,"source":"https://cursor.com/docs/api",\#
    "positives":["crsr_30548494f042605049d4e22d754c20e5c4a689942707096b4105150b0cfac3a3","TOKEN=\"crsr_30548494f042605049d4e22d754c20e5c4a689942707096b4105150b0cfac3a3\" # ok"],\#
    "negatives":["crsr_…","aBcrsr_30548494f042605049d4e22d754c20e5c4a689942707096b4105150b0cfac3a3"]}
    {"id":"minimax-api-key","category":"secret","description":"MiniMax API key","keywords":["sk-api-","sk-cp-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sk-(?:api|cp)-[A-Za-z0-9_-]{60,200}(?![A-Za-z0-9])",\#
    "entropy":4.0,"label":"MINIMAX_API_KEY","anchored":true,"source":"https://platform.minimax.io/docs/api-reference/api-overview",\#
    "positives":["sk-cp-707zNmUEIlQnk3kDi7h7mNEHQvm8yU6ia5U_UCFEIAm58D3KsNKVPaEcbevlsQiE","sk-api-SxaXrgPtjtEQjE2iqXW1r6cm7AYXPrYNqeTfxJ4Fb8Ncofqo-Q3v5bqd6vMihI2"],\#
    "negatives":["sk-api-…","aBsk-cp-707zNmUEIlQnk3kDi7h7mNEHQvm8yU6ia5U_UCFEIAm58D3KsNKVPaEcbevlsQiE"]}
    {"id":"moonshot-api-key","category":"secret","description":"Kimi API key","keywords":["sk-kimi-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sk-kimi-[A-Za-z0-9]{40,80}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"MOONSHOT_API_KEY","anchored":true,"source":"https://platform.moonshot.ai/docs/introduction",\#
    "positives":["sk-kimi-WSNkC0Oqdm9ClRyTEQVQCw60lxg4EhRw9sfzItqp","TOKEN=\"sk-kimi-WSNkC0Oqdm9ClRyTEQVQCw60lxg4EhRw9sfzItqp\" # ok"],\#
    "negatives":["sk-kimi-…","aBsk-kimi-WSNkC0Oqdm9ClRyTEQVQCw60lxg4EhRw9sfzItqp"]}
    {"id":"runpod-api-key","category":"secret","description":"RunPod API key","keywords":["rpa_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))rpa_(?=[A-Za-z]{0,50}\\d)(?=[a-z0-9]{0,50}[A-Z])[A-Za-z0-9]{30,50}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"RUNPOD_API_KEY","anchored":true,"source":"https://docs.runpod.io/get-started/api-keys",\#
    "positives":["rpa_q7tjzuy9B50ebFg8jQUBkspBwpX9opsGBa","TOKEN=\"rpa_q7tjzuy9B50ebFg8jQUBkspBwpX9opsGBa\" # ok"],\#
    "negatives":["rpa_…","aBrpa_q7tjzuy9B50ebFg8jQUBkspBwpX9opsGBa"]}
    {"id":"anyscale-api-key","category":"secret","description":"Anyscale API key","keywords":["esecret_","aph0_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:esecret_[a-z0-9]{20,60}|aph0_[A-Za-z0-9]{20,80})(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"ANYSCALE_API_KEY","anchored":true,"source":"https://docs.anyscale.com/platform/",\#
    "positives":["aph0_7JOFwDKrz0ALtdgDXI5U","esecret_cptjnbkmvwvx7bfu8grlom5z0d"],"negatives":["esecret_…","aBaph0_7JOFwDKrz0ALtdgDXI5U"]}
    {"id":"daytona-api-key","category":"secret","description":"Daytona API key","keywords":["dtn_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))dtn_[0-9a-f]{64}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"DAYTONA_API_KEY","anchored":true,"source":"https://www.daytona.io/docs/api-keys",\#
    "positives":["dtn_ccb0ffe60811bb8121944a0c8790a0702dc2be606ad101cb013edcfb7cf3c485","TOKEN=\"dtn_ccb0ffe60811bb8121944a0c8790a0702dc2be606ad101cb013edcfb7cf3c485\" # ok"],\#
    "negatives":["dtn_…","aBdtn_ccb0ffe60811bb8121944a0c8790a0702dc2be606ad101cb013edcfb7cf3c485"]}
    {"id":"scrapfly-api-key","category":"secret","description":"Scrapfly API key","keywords":["scp-live-","scp-test-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))scp-(?:live|test)-[0-9a-f]{32}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"SCRAPFLY_API_KEY","anchored":true,"source":"https://scrapfly.io/docs/scrape-api/getting-started",\#
    "positives":["scp-live-a69c53cfd77a7a74c3b651370e66426e","scp-test-505ceb7206dec2384ffb24efcb904764"],\#
    "negatives":["scp-live-…","aBscp-live-a69c53cfd77a7a74c3b651370e66426e"]}
    {"id":"context7-api-key","category":"secret","description":"Context7 API key","keywords":["ctx7sk-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))ctx7sk-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9])",\#
    "label":"CONTEXT7_API_KEY","anchored":true,"source":"https://context7.com/docs/howto/api-keys",\#
    "positives":["ctx7sk-c27376da-8b00-0b12-8c96-1d83f00de0e6","TOKEN=\"ctx7sk-c27376da-8b00-0b12-8c96-1d83f00de0e6\" # ok"],\#
    "negatives":["ctx7sk-…","aBctx7sk-c27376da-8b00-0b12-8c96-1d83f00de0e6"]}
    {"id":"devcycle-key","category":"secret","description":"DevCycle SDK key","keywords":["dvc_server_","dvc_client_","dvc_mobile_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))dvc_(?:server|client|mobile)_(?=[A-Za-z_-]{0,60}\\d)[A-Za-z0-9_-]{12,80}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"DEVCYCLE_KEY","anchored":true,"source":"https://docs.devcycle.com/essentials/keys",\#
    "positives":["dvc_mobile_6YD5R56YEeXr","dvc_client_FgQKaeF7HLoijr"],"negatives":["dvc_server_…","aBdvc_mobile_6YD5R56YEeXr"]}
    {"id":"configcat-sdk-key","category":"secret","description":"ConfigCat SDK key","keywords":["configcat-sdk-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))configcat-sdk-\\d/[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])",\#
    "entropy":3.5,"label":"CONFIGCAT_KEY","anchored":true,"source":"https://configcat.com/docs/sdk-reference/overview/",\#
    "positives":["configcat-sdk-9/Uny8DUKeyypTLLSOdZ1pBD/Og_pbCb9nKpmxjReYWcVw7","TOKEN=\"configcat-sdk-9/Uny8DUKeyypTLLSOdZ1pBD/Og_pbCb9nKpmxjReYWcVw7\" # ok"],\#
    "negatives":["configcat-sdk-…","aBconfigcat-sdk-9/Uny8DUKeyypTLLSOdZ1pBD/Og_pbCb9nKpmxjReYWcVw7"]}
    {"id":"cloudsmith-api-key","category":"secret","description":"Cloudsmith API key","keywords":["csa_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))csa_(?=[A-Za-z]{0,40}\\d)[A-Za-z0-9]{32,44}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"CLOUDSMITH_API_KEY","anchored":true,"source":"https://help.cloudsmith.io/docs/api-key",\#
    "positives":["csa_Jsxew1kgRCoXX2EnjzpOVHdn5whCVUyyBpBGTa","TOKEN=\"csa_Jsxew1kgRCoXX2EnjzpOVHdn5whCVUyyBpBGTa\" # ok"],\#
    "negatives":["csa_…","aBcsa_Jsxew1kgRCoXX2EnjzpOVHdn5whCVUyyBpBGTa"]}
    {"id":"ionic-token","category":"secret","description":"Ionic personal access token","keywords":["ion_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))ion_(?=[A-Za-z]{0,42}\\d)[A-Za-z0-9]{42}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"IONIC_TOKEN","anchored":true,"source":"https://ionic.io/docs/appflow/personal-access-tokens",\#
    "positives":["ion_PTRgXnljm8pO0kSCznmcSeScBZnr47aM9R2P9CFu4C","TOKEN=\"ion_PTRgXnljm8pO0kSCznmcSeScBZnr47aM9R2P9CFu4C\" # ok"],\#
    "negatives":["ion_…","aBion_PTRgXnljm8pO0kSCznmcSeScBZnr47aM9R2P9CFu4C"]}
    {"id":"mergify-key","category":"secret","description":"Mergify application key","keywords":["mergify_application_key_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))mergify_application_key_[A-Za-z0-9_-]{40,80}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"MERGIFY_KEY","anchored":true,"source":"https://docs.mergify.com/api/",\#
    "positives":["mergify_application_key_yhlWnOlVLt_rrLEoYZMqmNpi73YfOs3G1EBk_BenOP","TOKEN=\"mergify_application_key_yhlWnOlVLt_rrLEoYZMqmNpi73YfOs3G1EBk_BenOP\" # ok"],\#
    "negatives":["mergify_application_key_…","aBmergify_application_key_yhlWnOlVLt_rrLEoYZMqmNpi73YfOs3G1EBk_BenOP"]}
    {"id":"rootly-api-key","category":"secret","description":"Rootly API key","keywords":["rootly_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))rootly_[0-9a-f]{64}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"ROOTLY_API_KEY","anchored":true,"source":"https://docs.rootly.com/api-reference/overview",\#
    "positives":["rootly_b83a0185ee93b6a9d5892f661e14623b389a8be90af2a3030682bc5bb39a2a26","TOKEN=\"rootly_b83a0185ee93b6a9d5892f661e14623b389a8be90af2a3030682bc5bb39a2a26\" # ok"],\#
    "negatives":["rootly_…","aBrootly_b83a0185ee93b6a9d5892f661e14623b389a8be90af2a3030682bc5bb39a2a26"]}
    {"id":"polar-token","category":"secret","description":"Polar token",\#
    "keywords":["polar_pat_","polar_oat_","polar_at_","polar_rt_","polar_cs_","polar_whs_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))polar_(?:pat|oat|at|rt|cs|whs)_(?:[uo]_)?(?=[A-Za-z_-]{0,60}\\d)[A-Za-z0-9_-]{20,80}(?![A-Za-z0-9])",\#
    "entropy":3.3,"label":"POLAR_TOKEN","anchored":true,"source":"https://polar.sh/docs/integrate/oat",\#
    "positives":["polar_pat_1cAGfj4rZVjd9YcfUHcXiTwxcY","polar_at_1sS5pclXiDvpu4rZ_LnhUUO8"],\#
    "negatives":["polar_pat_…","aBpolar_pat_1cAGfj4rZVjd9YcfUHcXiTwxcY"]}
    {"id":"valtown-token","category":"secret","description":"Val Town API token","keywords":["vtwn_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))vtwn_[A-Za-z0-9_-]{20,60}(?![A-Za-z0-9])",\#
    "entropy":3.3,"label":"VALTOWN_TOKEN","anchored":true,"source":"https://docs.val.town/api/authentication/",\#
    "positives":["vtwn_mZBFyD2aHimTOLLyemKR","TOKEN=\"vtwn_mZBFyD2aHimTOLLyemKR\" # ok"],"negatives":["vtwn_…","aBvtwn_mZBFyD2aHimTOLLyemKR"]}
    {"id":"wakatime-key","category":"secret","description":"WakaTime key or token","keywords":["waka_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))waka_(?:(?:tok|sec|ref|st)_[A-Za-z0-9]{40,90}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"WAKATIME_KEY","anchored":true,"source":"https://wakatime.com/developers",\#
    "positives":["waka_ref_06QVK3RSIbD1eWUpqm2dJEFsNXaPWqV8SqeDUPJf6ilX","TOKEN=\"waka_ref_06QVK3RSIbD1eWUpqm2dJEFsNXaPWqV8SqeDUPJf6ilX\" # ok"],\#
    "negatives":["waka_…","aBwaka_ref_06QVK3RSIbD1eWUpqm2dJEFsNXaPWqV8SqeDUPJf6ilX"]}
    {"id":"workato-api-token","category":"secret","description":"Workato API token","keywords":["wrka-eyJ","wrkaus-eyJ","wrkaeu-eyJ"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))wrka(?:us|eu)?-eyJ[A-Za-z0-9_-]{8,1000}\\.[A-Za-z0-9_-]{8,1000}\\.[A-Za-z0-9_-]{20,1000}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"WORKATO_TOKEN","anchored":true,"source":"https://docs.workato.com/workato-api.html",\#
    "positives":["wrka-eyJZAeo9A40zB.iKInLlfSXzmL.O59TDbHmhxQE22KyVPpadRB6eW","wrkaeu-eyJlKkelwOxGyCK.2csv7ZJT.rLiGlMJNWOuwiHAu-xVhG"],\#
    "negatives":["wrka-eyJ…","aBwrka-eyJZAeo9A40zB.iKInLlfSXzmL.O59TDbHmhxQE22KyVPpadRB6eW"]}
    {"id":"lichess-token","category":"secret","description":"Lichess token","keywords":["lip_","lio_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))li[po]_(?=[A-Za-z]{0,24}\\d)(?=[a-z0-9]{0,24}[A-Z])[A-Za-z0-9]{16,32}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"LICHESS_TOKEN","anchored":true,"source":"https://lichess.org/api#section/Authentication",\#
    "positives":["lip_pEd10CgsmrxtlrUhPraXb6","lio_ynD9FtvJQer5NoHS0Knj"],"negatives":["lip_…","aBlip_pEd10CgsmrxtlrUhPraXb6"]}
    {"id":"pinterest-token","category":"secret","description":"Pinterest access or refresh token","keywords":["pina_","pinr_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))pin[ar]_(?=[A-Za-z_-]{0,60}\\d)[A-Za-z0-9_-]{24,400}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"PINTEREST_TOKEN","anchored":true,\#
    "source":"https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/",\#
    "positives":["pina_pa3dXxRjT5XWuMZ7ezQfXvJr2z","pinr_WrM21wcOWbImtA29B26Ypnikr3"],"negatives":["pina_…","aBpina_pa3dXxRjT5XWuMZ7ezQfXvJr2z"]}
    {"id":"ramp-credential","category":"secret","description":"Ramp client or secret",\#
    "keywords":["ramp_id_","ramp_sec_","ramp_business_tok_","ramp_tok_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))ramp_(?:id|sec|tok|business_tok)_[A-Za-z0-9]{32,60}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"RAMP_SECRET","anchored":true,"source":"https://docs.ramp.com/developer-api/v1/authorization",\#
    "positives":["ramp_business_tok_66whDg720xMYerSJIzBWftA3FitO3e6nM9mYz9","ramp_id_HbWXXa8qjelHdIC7viaLWAe7nWINyorceoYgiS"],\#
    "negatives":["ramp_id_…","aBramp_business_tok_66whDg720xMYerSJIzBWftA3FitO3e6nM9mYz9"]}
    {"id":"cosmo-api-key","category":"secret","description":"WunderGraph Cosmo API key","keywords":["cosmo_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))cosmo_[0-9a-f]{32}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"COSMO_API_KEY","anchored":true,"source":"https://cosmo-docs.wundergraph.com/studio/api-keys",\#
    "positives":["cosmo_451a40dbd1d37da4f9b838d29d539065","TOKEN=\"cosmo_451a40dbd1d37da4f9b838d29d539065\" # ok"],\#
    "negatives":["cosmo_…","aBcosmo_451a40dbd1d37da4f9b838d29d539065"]}
    {"id":"riot-api-key","category":"secret","description":"Riot Games API key","keywords":["RGAPI-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))RGAPI-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9])",\#
    "label":"RIOT_API_KEY","anchored":true,"source":"https://developer.riotgames.com/docs/portal",\#
    "positives":["RGAPI-8e06b8f6-19da-0b1e-9f2b-b9989ece4d43","TOKEN=\"RGAPI-8e06b8f6-19da-0b1e-9f2b-b9989ece4d43\" # ok"],\#
    "negatives":["RGAPI-…","aBRGAPI-8e06b8f6-19da-0b1e-9f2b-b9989ece4d43"]}
    {"id":"gc-notify-key","category":"secret","description":"GC Notify or GOV.UK Notify API key","keywords":["gcntfy-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))gcntfy-[A-Za-z0-9_-]{1,40}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9])",\#
    "label":"NOTIFY_API_KEY","anchored":true,"source":"https://documentation.notification.canada.ca/en/start.html",\#
    "positives":["gcntfy-Y-117fe733-2df5-d5b7-5561-0bae2b44795e-d4c76b22-4054-818d-910a-ca918558ca4c","TOKEN=\"gcntfy-Y-117fe733-2df5-d5b7-5561-0bae2b44795e-d4c76b22-4054-818d-910a-ca918558ca4c\" # ok"],\#
    "negatives":["gcntfy-…","aBgcntfy-Y-117fe733-2df5-d5b7-5561-0bae2b44795e-d4c76b22-4054-818d-910a-ca918558ca4c"]}
    {"id":"onesignal-key","category":"secret","description":"OneSignal app or organization API key","keywords":["os_v2_app_","os_v2_org_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))os_v2_(?:app|org)_[a-z2-7]{80,120}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"ONESIGNAL_KEY","anchored":true,"source":"https://documentation.onesignal.com/docs/keys-and-ids",\#
    "positives":["os_v2_org_wcrkzib6mchbf3o7n7xwpiixao2iq3qoklv3qoqs6veqwdrlft2a535k4riizbfhaalai6t33f222a3xglmx","os_v2_app_zke35g5w6shquvcgpa3nnacrnjanyibrmdxdqgifiw3xf2wq3duoknbvjes24i7ly7lv7dl3bdjhtp5y"],\#
    "negatives":["os_v2_app_…","aBos_v2_org_wcrkzib6mchbf3o7n7xwpiixao2iq3qoklv3qoqs6veqwdrlft2a535k4riizbfhaalai6t33f222a3xglmx"]}
    {"id":"onfido-token","category":"secret","description":"Onfido API token","keywords":["api_live.","api_live_","api_sandbox.","api_sandbox_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))api_(?:live|sandbox)(?:_(?:us|ca))?\\.[A-Za-z0-9_-]{8,16}[A-Za-z0-9._-]{12,40}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"ONFIDO_TOKEN","anchored":true,"source":"https://documentation.onfido.com/api/latest/",\#
    "positives":["api_sandbox.wk_Qre3Hqklduz.gxeL5ddJ4Jg-WnfP","api_sandbox_ca.WuBTevOVP1ax5pr92UhePtsmIS8NM"],\#
    "negatives":["api_live.…","aBapi_sandbox.wk_Qre3Hqklduz.gxeL5ddJ4Jg-WnfP"]}
    {"id":"asaas-token","category":"secret","description":"Asaas API key","keywords":["$aact_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))\\$aact_(?:prod_|hmlg_)?[A-Za-z0-9:+/=_-]{24,300}","entropy":3.5,"label":"ASAAS_API_KEY","anchored":true,\#
    "source":"https://docs.asaas.com/docs/authentication-2",\#
    "positives":["$aact_g4nvASW/KlZaHgggdJ=DxI4agDOgOO","TOKEN=\"$aact_g4nvASW/KlZaHgggdJ=DxI4agDOgOO\" # ok"],"negatives":["$aact_…"]}
    {"id":"xendit-key","category":"secret","description":"Xendit API key","keywords":["xnd_production_","xnd_development_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))xnd_(?:production|development)_[A-Za-z0-9]{40,90}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"XENDIT_KEY","anchored":true,"source":"https://docs.xendit.co/docs/api-keys",\#
    "positives":["xnd_development_STilhgEmhZpaXWOTTI5ZZbMJLCChwQQPtvhoIZyqH","xnd_production_pZduRXFrYsCQEgm5QuYtFfSVA40CmrYyLWgRYMC9"],\#
    "negatives":["xnd_production_…","aBxnd_development_STilhgEmhZpaXWOTTI5ZZbMJLCChwQQPtvhoIZyqH"]}
    {"id":"midtrans-server-key","category":"secret","description":"Midtrans server key","keywords":["Mid-server-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))Mid-server-[A-Za-z0-9_-]{20,40}(?![A-Za-z0-9])",\#
    "entropy":3.3,"label":"MIDTRANS_KEY","anchored":true,"source":"https://docs.midtrans.com/docs/midtrans-account",\#
    "positives":["Mid-server-lgAUDLB2HKYvW17G53hq4","TOKEN=\"Mid-server-lgAUDLB2HKYvW17G53hq4\" # ok"],\#
    "negatives":["Mid-server-…","aBMid-server-lgAUDLB2HKYvW17G53hq4"]}
    {"id":"mailersend-token","category":"secret","description":"MailerSend API token","keywords":["mlsn."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))mlsn\\.[A-Za-z0-9]{30,70}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"MAILERSEND_TOKEN","anchored":true,"source":"https://developers.mailersend.com/general.html",\#
    "positives":["mlsn.8bkFKvd7G7Opj378yBaafAR2SoGbOmZnE","TOKEN=\"mlsn.8bkFKvd7G7Opj378yBaafAR2SoGbOmZnE\" # ok"],\#
    "negatives":["mlsn.…","aBmlsn.8bkFKvd7G7Opj378yBaafAR2SoGbOmZnE"]}
    {"id":"segment-api-token","category":"secret","description":"Segment public API token","keywords":["sgp_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sgp_(?=[a-z0-9]{0,64}[A-Z])[A-Za-z0-9]{64}(?![A-Za-z0-9])",\#
    "entropy":3.8,"label":"SEGMENT_TOKEN","anchored":true,"source":"https://docs.segmentapis.com/tag/Getting-Started/",\#
    "positives":["sgp_JqNv2UopeqAPfURouIheFdHMHQLijFGCR2uPI8RFrLsURQzcpdS5HgFWI6ip8gL7","TOKEN=\"sgp_JqNv2UopeqAPfURouIheFdHMHQLijFGCR2uPI8RFrLsURQzcpdS5HgFWI6ip8gL7\" # ok"],\#
    "negatives":["sgp_…","aBsgp_JqNv2UopeqAPfURouIheFdHMHQLijFGCR2uPI8RFrLsURQzcpdS5HgFWI6ip8gL7"]}
    {"id":"ebay-client-secret","category":"secret","description":"eBay application secret","keywords":["PRD-","SBX-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:PRD|SBX)-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"EBAY_SECRET","anchored":true,"source":"https://developer.ebay.com/api-docs/static/creating-edp-key.html",\#
    "positives":["SBX-2550ebd96624-9276-e8ad-f359-7c29","PRD-65e5365ab017-67c7-4373-851b-4aab"],\#
    "negatives":["PRD-…","aBSBX-2550ebd96624-9276-e8ad-f359-7c29"]}
    {"id":"endorlabs-key","category":"secret","description":"Endor Labs API key or secret","keywords":["endr+"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))endr\\+[A-Za-z0-9_-]{16,40}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"ENDORLABS_KEY","anchored":true,"source":"https://docs.endorlabs.com/rest-api/authentication/",\#
    "positives":["endr+4OtELv46_zeIY1ZZ4hRj","TOKEN=\"endr+4OtELv46_zeIY1ZZ4hRj\" # ok"],"negatives":["endr+…","aBendr+4OtELv46_zeIY1ZZ4hRj"]}
    {"id":"zoho-oauth-token","category":"secret","description":"Zoho OAuth token","keywords":["1000."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))1000\\.[a-f0-9]{32}\\.[a-f0-9]{32}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"ZOHO_TOKEN","anchored":true,"source":"https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html",\#
    "positives":["1000.834ea8298fe380d0ee0b1db38adf3b6b.145c73fcb3eca3ad6d941b424b25a45e","TOKEN=\"1000.834ea8298fe380d0ee0b1db38adf3b6b.145c73fcb3eca3ad6d941b424b25a45e\" # ok"],\#
    "negatives":["1000.…","aB1000.834ea8298fe380d0ee0b1db38adf3b6b.145c73fcb3eca3ad6d941b424b25a45e"]}
    {"id":"miro-access-token","category":"secret","description":"Miro access token","keywords":["eyJtaXJvLm9yaWdpbiI6"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))eyJtaXJvLm9yaWdpbiI6[A-Za-z0-9_-]{8,20}_[A-Za-z0-9_-]{27}(?![A-Za-z0-9])",\#
    "label":"MIRO_TOKEN","anchored":true,"source":"https://developers.miro.com/docs/getting-started-with-oauth",\#
    "positives":["eyJtaXJvLm9yaWdpbiI6y-_WYfF9CpLuN_Po9_I3oiLYn2goN8eRVMdhEoBX2","TOKEN=\"eyJtaXJvLm9yaWdpbiI6y-_WYfF9CpLuN_Po9_I3oiLYn2goN8eRVMdhEoBX2\" # ok"],\#
    "negatives":["eyJtaXJvLm9yaWdpbiI6…","aBeyJtaXJvLm9yaWdpbiI6y-_WYfF9CpLuN_Po9_I3oiLYn2goN8eRVMdhEoBX2"]}
    {"id":"samsara-api-token","category":"secret","description":"Samsara API token","keywords":["samsara_api_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))samsara_api_[A-Za-z0-9]{28,40}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"SAMSARA_TOKEN","anchored":true,"source":"https://developers.samsara.com/docs/authentication",\#
    "positives":["samsara_api_DeKk9kTbJghJncN9RjoDbz2M9sVnt","TOKEN=\"samsara_api_DeKk9kTbJghJncN9RjoDbz2M9sVnt\" # ok"],\#
    "negatives":["samsara_api_…","aBsamsara_api_DeKk9kTbJghJncN9RjoDbz2M9sVnt"]}
    {"id":"mercury-api-token","category":"secret","description":"Mercury API token","keywords":["mercury_production_","mercury_sandbox_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))mercury_(?:production|sandbox)_[a-z]{2,4}_[A-Za-z0-9_]{30,80}(?![A-Za-z0-9])",\#
    "entropy":3.3,"label":"MERCURY_TOKEN","anchored":true,"source":"https://docs.mercury.com/reference/getting-started-with-your-api",\#
    "positives":["mercury_sandbox_ku_cCXIBittz0iT0MWmeDogYeoVspjqBFvPgD","mercury_production_hw_wvfAFVOMkk7R0JEif8e0C1B8nIdedcDBeAbI"],\#
    "negatives":["mercury_production_…","aBmercury_sandbox_ku_cCXIBittz0iT0MWmeDogYeoVspjqBFvPgD"]}
    {"id":"persona-api-key","category":"secret","description":"Persona API key","keywords":["persona_production_","persona_sandbox_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))persona_(?:production|sandbox)_[A-Za-z0-9_-]{20,60}(?![A-Za-z0-9])",\#
    "entropy":3.3,"label":"PERSONA_API_KEY","anchored":true,"source":"https://docs.withpersona.com/api-keys",\#
    "positives":["persona_production_2iVVaBPhkXytASRLa_YwwMcI-","persona_sandbox_0vxHifxIeiiCp05pA0-Qop"],\#
    "negatives":["persona_production_…","aBpersona_production_2iVVaBPhkXytASRLa_YwwMcI-"]}
    {"id":"github-app-jwt","category":"secret","description":"GitHub App installation token in its signed form","keywords":["ghs_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))ghs_\\d{1,12}_eyJ[A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{20,2000}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"GITHUB_TOKEN","anchored":true,\#
    "source":"https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app",\#
    "positives":["ghs_2_eyJnkkSlyNkcu03.MsUv_3py.uyX_eNgCGeynyhwsFjBePWJDv","TOKEN=\"ghs_2_eyJnkkSlyNkcu03.MsUv_3py.uyX_eNgCGeynyhwsFjBePWJDv\" # ok"],\#
    "negatives":["ghs_…","aBghs_2_eyJnkkSlyNkcu03.MsUv_3py.uyX_eNgCGeynyhwsFjBePWJDv"]}
    {"id":"salesforce-session","category":"secret","description":"Salesforce session or access token","keywords":["00D"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{60,200}(?![A-Za-z0-9])",\#
    "entropy":3.8,"label":"SALESFORCE_TOKEN","anchored":true,\#
    "source":"https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens_scopes.htm",\#
    "positives":["00Ds4S7pMmbLl2Y37Q!BMFwqNH7NGETBDAPwrh3XyTUlCTN46dGIYswLOSVb8HhyzNheY8tGagNURh6mbW","TOKEN=\"00Ds4S7pMmbLl2Y37Q!BMFwqNH7NGETBDAPwrh3XyTUlCTN46dGIYswLOSVb8HhyzNheY8tGagNURh6mbW\" # ok"],\#
    "negatives":["00D…","aB00Ds4S7pMmbLl2Y37Q!BMFwqNH7NGETBDAPwrh3XyTUlCTN46dGIYswLOSVb8HhyzNheY8tGagNURh6mbW"]}
    {"id":"thunderstore-token","category":"secret","description":"Thunderstore service account token","keywords":["tss_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))tss_(?=[A-Za-z]{0,40}\\d)(?=[a-z0-9]{0,40}[A-Z])[A-Za-z0-9]{20,40}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"THUNDERSTORE_TOKEN","anchored":true,"source":"https://thunderstore.io/api/docs/",\#
    "positives":["tss_AmtcRDjnfprBjst877QaGj","TOKEN=\"tss_AmtcRDjnfprBjst877QaGj\" # ok"],"negatives":["tss_…","aBtss_AmtcRDjnfprBjst877QaGj"]}
    {"id":"sk-dashed-key","category":"secret","description":"API key of a provider or gateway that writes sk- and dashes","keywords":["sk-"],\#
    "pattern":"(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))sk-(?=[a-z0-9_-]{0,60}[A-Z])(?=[A-Za-z_-]{0,60}\\d)[A-Za-z0-9_-]{40,200}","entropy":4.0,"label":"API_KEY",\#
    "anchored":true,"source":"https://docs.litellm.ai/docs/proxy/virtual_keys",\#
    "positives":["sk-DIOmj5T_eQtkYnZnaYRdCCy4pUKZLMg8w4S8VfNW2","TOKEN=\"sk-DIOmj5T_eQtkYnZnaYRdCCy4pUKZLMg8w4S8VfNW2\" # ok"],"negatives":["sk-…"]}
    {"id":"paseto","category":"secret","description":"PASETO token or PASERK secret key",\#
    "keywords":["v1.local.","v1.public.","v2.local.","v2.public.","v3.local.","v3.public.","v4.local.","v4.public.","k1.local.","k2.local.","k3.local.","k4.local.","k1.secret.","k2.secret.","k3.secret.","k4.secret."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:v[1-4]\\.(?:local|public)|k[1-4]\\.(?:local|secret))\\.[A-Za-z0-9_-]{40,4000}(?:\\.[A-Za-z0-9_-]{1,2000})?(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"PASETO","anchored":true,"source":"https://github.com/paseto-standard/paseto-spec",\#
    "positives":["k4.local.lABEfRJzdlJ7ErNKoRu3VfpZif3OAobQpvgwBpXCo","k2.secret.H17pHQxkLXqe-pwNHw1xDxA2DpICbqri5tto96XeZ5sEI.4"],\#
    "negatives":["v1.local.…","aBk4.local.lABEfRJzdlJ7ErNKoRu3VfpZif3OAobQpvgwBpXCo"]}
    {"id":"nkey-seed","category":"secret","description":"Seed of a NATS user, account or operator","keywords":["NKEY SEED-----"],\#
    "pattern":"NKEY SEED-----(?:\\s|\\\\[nr]){1,4}(S[A-Z2-7]{57})(?![A-Za-z0-9])","group":1,"label":"NKEY_SEED","anchored":true,\#
    "source":"https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth",\#
    "positives":["-----BEGIN USER NKEY SEED-----\nSUAKQ7VX2LBNM4RT6YC3WSPHD5FGJ2ETIOAZXCVBNMQ7LKJHGFDSAPOIUY\n------END USER NKEY SEED------"],\#
    "negatives":["-----BEGIN USER NKEY SEED-----\n<seed>"]}
    {"id":"ntlm-message","category":"secret","description":"NTLM authentication message","keywords":["TlRMTVNTUAAD"],\#
    "pattern":"(?:(?<![A-Za-z0-9+/])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))TlRMTVNTUAAD[A-Za-z0-9+/]{40,4000}={0,2}","label":"NTLM_MESSAGE","anchored":true,\#
    "source":"https://learn.microsoft.com/openspecs/windows_protocols/ms-nlmp/",\#
    "positives":["NTLM TlRMTVNTUAADAAAAGAAYAHoAAAAqASoBkgAAABAAEABIAAAAEgASAFgAAAAQ"],"negatives":["TlRMTVNTUAABAAAAB4IIogAAAAA="]}
    {"id":"aspnet-machine-key","category":"secret","description":"Validation or decryption key of an ASP.NET machineKey",\#
    "keywords":["validationKey=","decryptionKey="],"pattern":"(?i)(?:validation|decryption)Key=[\\\"\\x27]([0-9A-F]{32,256})(?![A-Za-z0-9])","group":1,\#
    "entropy":3.0,"label":"MACHINE_KEY","anchored":true,"source":"https://learn.microsoft.com/dotnet/api/system.web.configuration.machinekeysection",\#
    "positives":["<machineKey validationKey=\"7F3A9C21E05B4D68A1F2C3D4E5B69788\" />"],\#
    "negatives":["<machineKey validationKey=\"AutoGenerate,IsolateApps\" />"]}
    {"id":"ansible-vault","category":"secret","description":"Ansible Vault payload","keywords":["$ANSIBLE_VAULT;"],\#
    "pattern":"\\$ANSIBLE_VAULT;1\\.[0-9];AES(?:256)?(?:;[\\w.-]{1,60}+)?+((?:(?:\\s|\\\\[nr]){1,24}+[0-9a-f]{16,80}+)++)","group":1,\#
    "label":"ANSIBLE_VAULT","anchored":true,"source":"https://docs.ansible.com/ansible/latest/vault_guide/vault_using_encrypted_content.html",\#
    "positives":["$ANSIBLE_VAULT;1.1;AES256\n          62313365396662343061393464336163383764373764613633653634306231386433626436623361"],\#
    "negatives":["$ANSIBLE_VAULT;1.1;AES256"]}
    {"id":"bitwarden-machine-token","category":"secret","description":"Access token of a Bitwarden Secrets Manager machine account",\#
    "keywords":["BWS_ACCESS_TOKEN","--access-token"],\#
    "pattern":"(?i:BWS_ACCESS_TOKEN|--access-token)[\\\"\\x27]?[ \\t]{0,4}[=: ][ \\t]{0,4}[\\\"\\x27]?(0\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\.[A-Za-z0-9]{30}:[A-Za-z0-9+/]{22}==)",\#
    "group":1,"label":"BITWARDEN_TOKEN","anchored":true,"source":"https://bitwarden.com/help/access-tokens/",\#
    "positives":["BWS_ACCESS_TOKEN=0.7d3e91ab-4c02-4f8e-95d1-0a6b7c8d9e2f.Kq7Vx2Lb9Nm4Rt6Yc3Ws8Hd5Fg0Jz1:Ty7Lm2Vn9Zb4Rt8Yc1Ws5Q=="],\#
    "negatives":["BWS_ACCESS_TOKEN=0.7d3e91ab-4c02-4f8e-95d1-0a6b7c8d9e2f"]}
    {"id":"registry-login-password","category":"secret","description":"Password on the command line of a login to a registry",\#
    "keywords":["docker login","podman login","registry login","buildah login","skopeo login","az login","oras login"],\#
    "pattern":"(?i)(?:docker|podman|registry|buildah|skopeo|az|oras) login(?:[ \\t]{1,4}+(?!-p[ \\t=]|--password[ \\t=])[^\\s;&|]{1,200}+){0,8}+[ \\t]{1,4}+(?:-p|--password)[ \\t=]{1,4}+[\\\"\\x27]?([^\\s\\\"\\x27$<>({-][^\\s\\\"\\x27`]{3,400})",\#
    "group":1,"label":"PASSWORD","anchored":true,"source":"https://docs.docker.com/reference/cli/docker/login/",\#
    "positives":["docker login -u ana -p Tangerine77 registry.example.org","podman login --username=ana --password Tangerine77 quay.example.org"],\#
    "negatives":["docker login -u ana -p $TOKEN registry.example.org","docker login -u ana --password-stdin"]}
    {"id":"maven-password","category":"secret","description":"Encrypted password in a Maven settings file",\#
    "keywords":["<password>{","<passphrase>{","<master>{"],"pattern":"<(?:password|passphrase|master)>\\{([A-Za-z0-9+/]{16,400}={0,2})\\}","group":1,\#
    "label":"PASSWORD","anchored":true,"source":"https://maven.apache.org/guides/mini/guide-encryption.html",\#
    "positives":["<password>{Kq7Vx2Lb9Nm4Rt6Yc3Ws8Hd5Fg0Jz1T=}</password>"],"negatives":["<password>{placeholder}</password>"]}
    {"id":"azure-app-configuration-secret","category":"secret","description":"Secret in a connection string of Azure App Configuration",\#
    "keywords":[";Secret="],"pattern":";Secret=([A-Za-z0-9+/]{36,90}={0,2})(?![A-Za-z0-9+/=])","group":1,"entropy":3.5,"label":"CONNECTION_SECRET",\#
    "anchored":true,"source":"https://learn.microsoft.com/azure/azure-app-configuration/howto-best-practices",\#
    "positives":["Endpoint=https://inventory.azconfig.io;Id=Kq7V-l9-s0:Ty7Lm2Vn9Zb4Rt8Y;Secret=Kq7Vx2Lb9Nm4Rt6Yc3Ws8Hd5Fg0Jz1TyUiOpAsDfG4="],\#
    "negatives":["Endpoint=https://inventory.azconfig.io;Id=xxx;Secret=xxx"]}
    {"id":"dotnet-credential","category":"secret","description":"Password given to a .NET or PowerShell credential",\#
    "keywords":["NetworkCredential","DirectoryEntry"],\#
    "pattern":"(?:NetworkCredential\\s{0,4}\\(\\s{0,8}\\\"[^\\\"\\n]{1,80}\\\"\\s{0,4},|DirectoryEntry\\s{0,4}\\(\\s{0,8}\\\"[^\\\"\\n]{1,120}\\\"\\s{0,4},\\s{0,40}\\\"[^\\\"\\n]{1,80}\\\"\\s{0,4},)\\s{0,40}\\\"([^\\\"\\n{}$]{4,100})\\\"",\#
    "group":1,"label":"PASSWORD","anchored":true,"source":"https://learn.microsoft.com/dotnet/api/system.net.networkcredential",\#
    "positives":["new NetworkCredential(\"ana\", \"Tangerine77\")","new DirectoryEntry(\"LDAP://EXAMPLE.ORG\",\n  \"ana\", \"Tangerine77\")"],\#
    "negatives":["new NetworkCredential(user, password)","new NetworkCredential(\"ana\", $\"{password}\")"]}
    {"id":"powershell-secure-string","category":"secret","description":"Plain text that PowerShell makes a secure string of",\#
    "keywords":["ConvertTo-SecureString"],\#
    "pattern":"(?i)ConvertTo-SecureString[ \\t]{1,4}+(?:-(?:String|AsPlainText|Force)[ \\t]{1,4}+){0,3}+[\\\"\\x27]([^\\\"\\x27$\\s{}<>][^\\\"\\x27\\n]{3,400})[\\\"\\x27]",\#
    "group":1,"label":"PASSWORD","anchored":true,\#
    "source":"https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring",\#
    "positives":["ConvertTo-SecureString \"Tangerine77\" -AsPlainText -Force","ConvertTo-SecureString -String 'Tangerine77' -AsPlainText"],\#
    "negatives":["ConvertTo-SecureString $env:PASSWORD -AsPlainText"]}
    {"id":"curl-option-userpwd","category":"secret","description":"User and password set on a libcurl handle",\#
    "keywords":["CURLOPT_USERPWD","CURLOPT_PROXYUSERPWD"],\#
    "pattern":"CURLOPT_(?:PROXY)?USERPWD[\\\"\\x27]?\\s{0,4}(?:,|=>|=)\\s{0,8}[\\\"\\x27]([^\\\"\\x27$\\n:%{}]{1,80}:[^\\\"\\x27$\\n%{}]{3,200})[\\\"\\x27]",\#
    "group":1,"label":"CURL_USER","anchored":true,"source":"https://curl.se/libcurl/c/CURLOPT_USERPWD.html",\#
    "positives":["curl_setopt($ch, CURLOPT_USERPWD, \"ana:Tangerine77\");"],"negatives":["curl_setopt($ch, CURLOPT_USERPWD, $user . \":\" . $password);"]}
    {"id":"azure-identifiable-key","category":"secret","description":"Azure key with the issuer's signature in it",\#
    "keywords":["JQQJ9","AzFu","AzSe","ACDb","AzCa"],\#
    "pattern":"(?:(?<![A-Za-z0-9+/_-])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?:[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9]{26}|(?=[A-Za-z+/_-]{0,60}\\d)(?=[A-Z0-9+/_-]{0,60}[a-z])(?:[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{4}[AQgw](?:==|%3D%3D)|[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}|[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{5}[AQgw]==|[A-Za-z0-9+/]{33}AzCa[A-Za-z0-9+/]{5}[A-Za-z0-9+/]=))(?![A-Za-z0-9+/=])",\#
    "label":"AZURE_KEY","entropy":3.5,"source":"https://github.com/microsoft/security-utilities/blob/main/docs/IdentifiableSecrets.md",\#
    "positives":["lM6VRzPZ2sSZAAoQ7gGG1dzzs0y38L4hFsGPrD5j0bqgiIg4nzYDJQQJ99uHYSzlsO0mSVh5U3RpOGJ7geJn","key=o4jPVn4fVMQgfYtCizA7lxCEq0AS3qdku5RQ5GbzVcAzSeCT9Csp","7yK7rlu4fHIhCz5m5uL7ohEkV5ATsXYBLNywIVK3YM6Ep7Ccfclde6JQzw7p9gdfuk3y1zHZsL9BACDb5KEhTQ=="],\#
    "negatives":["4Kq7AzSeB"]}
    """#
}
