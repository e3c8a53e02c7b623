extension BuiltInRules {
  /// Tokens that their issuer's own prefix gives away, of what has no file of its own. One rule a line of JSON, in the form that `redact --print-rules` writes and `--rules` reads.
  static let prefix: StaticString = #"""
    {"id":"docker-swarm-token","category":"secret","description":"Docker Swarm join token or unlock key","keywords":["SWMTKN-1-","SWMKEY-1-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))SWM(?:TKN-1-[a-z0-9]{50}-[a-z0-9]{24,26}|KEY-1-[A-Za-z0-9+/]{43})(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"DOCKER_TOKEN","anchored":true,"source":"https://docs.docker.com/engine/swarm/swarm_manager_locking/",\#
    "positives":["SWMKEY-1-ZWdfRLgxL+Z1bvxbT7WrKL8ozFiA2auK7Z7GtQbU4WW","SWMTKN-1-bk40f1fjtayvi7zmdn2q8ziw4dij0hghjsll0jn9u5oqhxle6s-dvnyzvzy0x8flcxz2ototgun"],\#
    "negatives":["SWMTKN-1-…","aBSWMKEY-1-ZWdfRLgxL+Z1bvxbT7WrKL8ozFiA2auK7Z7GtQbU4WW"]}
    {"id":"datastax-astra-token","category":"secret","description":"DataStax Astra DB application token","keywords":["AstraCS:"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))AstraCS:[A-Za-z0-9]{20,30}(?::|%3A)[a-f0-9]{64}(?![A-Za-z0-9])",\#
    "label":"ASTRA_TOKEN","anchored":true,"source":"https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html",\#
    "positives":["AstraCS:kgnU8kmce5yV4hAue7MdZHCsi:9163bd21ff504663351943a89664fc625b67447338215dad11b67976825e991e","TOKEN=\"AstraCS:kgnU8kmce5yV4hAue7MdZHCsi:9163bd21ff504663351943a89664fc625b67447338215dad11b67976825e991e\" # ok"],\#
    "negatives":["AstraCS:…","aBAstraCS:kgnU8kmce5yV4hAue7MdZHCsi:9163bd21ff504663351943a89664fc625b67447338215dad11b67976825e991e"]}
    {"id":"aws-appsync-key","category":"secret","description":"AWS AppSync API key","keywords":["da2-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))da2-[a-z0-9]{26}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"AWS_APPSYNC_KEY","anchored":true,"source":"https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",\#
    "positives":["da2-ay9fhx0gml1x3pkrv3habid9dg","TOKEN=\"da2-ay9fhx0gml1x3pkrv3habid9dg\" # ok"],\#
    "negatives":["da2-…","aBda2-ay9fhx0gml1x3pkrv3habid9dg"]}
    {"id":"akamai-edgegrid-token","category":"secret","description":"Akamai EdgeGrid client or access token","keywords":["akab-","akaa-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))aka[ab]-[a-z0-9]{16}-[a-z0-9]{16}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"AKAMAI_TOKEN","anchored":true,"source":"https://techdocs.akamai.com/developer/docs/edgegrid",\#
    "positives":["akaa-0d6lkg0n8itr0gfb-cuq1tceg7yppiuoo","akab-dovjmyf8l0j2vcsk-5ee3ltoxcwlvqhz2"],\#
    "negatives":["akab-…","aBakaa-0d6lkg0n8itr0gfb-cuq1tceg7yppiuoo"]}
    {"id":"alibaba-sts-key-id","category":"secret","description":"Alibaba Cloud temporary access key","keywords":["STS."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))STS\\.[A-Za-z0-9]{24,30}(?![A-Za-z0-9])","entropy":3.5,\#
    "label":"ALIBABA_ACCESS_KEY","anchored":true,"source":"https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-assumerole",\#
    "positives":["STS.sAntRI38buLDxr9DxmatCWhjM","TOKEN=\"STS.sAntRI38buLDxr9DxmatCWhjM\" # ok"],"negatives":["STS.…","aBSTS.sAntRI38buLDxr9DxmatCWhjM"]}
    {"id":"exoscale-api-key","category":"secret","description":"Exoscale API key","keywords":["EXO"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))EXO(?=[a-f]{0,24}\\d)[a-f0-9]{24}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"EXOSCALE_API_KEY","anchored":true,"source":"https://community.exoscale.com/product/iam/",\#
    "positives":["EXOfc8a202a123099ea259cb90c","TOKEN=\"EXOfc8a202a123099ea259cb90c\" # ok"],"negatives":["EXO…","aBEXOfc8a202a123099ea259cb90c"]}
    {"id":"deno-deploy-token","category":"secret","description":"Deno Deploy token of a person or an organization","keywords":["ddp_","ddo_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))dd[po]_[A-Za-z0-9]{36}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"DENO_TOKEN","anchored":true,"source":"https://docs.deno.com/deploy/",\#
    "positives":["ddp_qGca287rjlhMT57KvsTphkt8nW6imktlZJpR","ddo_klT7lNhgya1El8IcLqexgicNrtI4SnPVxAIH"],\#
    "negatives":["ddp_…","aBddp_qGca287rjlhMT57KvsTphkt8nW6imktlZJpR"]}
    {"id":"elastic-cloud-key","category":"secret","description":"Elastic Cloud API key","keywords":["essu_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))essu_[A-Za-z0-9+/_-]{40,200}={0,3}(?![A-Za-z0-9])","entropy":3.5,\#
    "label":"ELASTIC_API_KEY","anchored":true,"source":"https://www.elastic.co/docs/deploy-manage/api-keys",\#
    "positives":["essu_FOWlkbzPFZkO+Wy7BZY3mdxZoO-yiWKooiedEs0/pL","TOKEN=\"essu_FOWlkbzPFZkO+Wy7BZY3mdxZoO-yiWKooiedEs0/pL\" # ok"],\#
    "negatives":["essu_…","aBessu_FOWlkbzPFZkO+Wy7BZY3mdxZoO-yiWKooiedEs0/pL"]}
    {"id":"upcloud-token","category":"secret","description":"UpCloud API token","keywords":["ucat_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))ucat_[A-Z0-9]{26}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"UPCLOUD_TOKEN","anchored":true,"source":"https://developers.upcloud.com/1.3/2-authentication/",\#
    "positives":["ucat_0GKENPSLTQ6MNMZS843HNCY844","TOKEN=\"ucat_0GKENPSLTQ6MNMZS843HNCY844\" # ok"],\#
    "negatives":["ucat_…","aBucat_0GKENPSLTQ6MNMZS843HNCY844"]}
    {"id":"cockroachdb-cloud-key","category":"secret","description":"CockroachDB Cloud API key","keywords":["CCDB1_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"COCKROACHDB_KEY","anchored":true,"source":"https://www.cockroachlabs.com/docs/cockroachcloud/managing-access",\#
    "positives":["CCDB1_SbpfahmAfJyGEjJwYCduQn_I4B5LEFvLiZXPPsHx73Sdtjb35zeWkt40ce0rz8H","TOKEN=\"CCDB1_SbpfahmAfJyGEjJwYCduQn_I4B5LEFvLiZXPPsHx73Sdtjb35zeWkt40ce0rz8H\" # ok"],\#
    "negatives":["CCDB1_…","aBCCDB1_SbpfahmAfJyGEjJwYCduQn_I4B5LEFvLiZXPPsHx73Sdtjb35zeWkt40ce0rz8H"]}
    {"id":"convex-deploy-key","category":"secret","description":"Convex deploy key","keywords":["|eyJ2Mi"],"pattern":"\\|eyJ2Mi[A-Za-z0-9+/_=-]{24,400}",\#
    "entropy":3.5,"label":"CONVEX_DEPLOY_KEY","anchored":true,"source":"https://docs.convex.dev/cli/deploy-key-types",\#
    "positives":["|eyJ2MiXg-qTla+_Yu_kaSLtJ4F2Xayl","TOKEN=\"|eyJ2MiXg-qTla+_Yu_kaSLtJ4F2Xayl\" # ok"],"negatives":["|eyJ2Mi…"]}
    {"id":"backblaze-b2-key","category":"secret","description":"Backblaze B2 application key","keywords":["K001","K002","K003","K004","K005"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))K00[1-5](?=[A-Za-z+/]{0,26}\\d)(?=[A-Z0-9+/]{0,26}[a-z])(?=[a-z0-9+/]{0,26}[A-Z])[A-Za-z0-9+/]{27}(?![A-Za-z0-9+/=])",\#
    "entropy":3.8,"label":"BACKBLAZE_KEY","anchored":true,"source":"https://www.backblaze.com/docs/cloud-storage-application-keys",\#
    "positives":["K003T55fbS3j3ZPrZaPa6uIgLb79Che","K001RvwLROgPTMDGnEsL5jhP/TXSYLH"],"negatives":["K001…","aBK003T55fbS3j3ZPrZaPa6uIgLb79Che"]}
    {"id":"netbird-token","category":"secret","description":"NetBird personal access token","keywords":["nbp_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))nbp_[A-Za-z0-9]{36}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"NETBIRD_TOKEN","anchored":true,"source":"https://docs.netbird.io/api/guides/authentication",\#
    "positives":["nbp_Jt4qiNJELMMj1CdaMqkFvD5OQwTQkVtJkzNj","TOKEN=\"nbp_Jt4qiNJELMMj1CdaMqkFvD5OQwTQkVtJkzNj\" # ok"],\#
    "negatives":["nbp_…","aBnbp_Jt4qiNJELMMj1CdaMqkFvD5OQwTQkVtJkzNj"]}
    {"id":"buildkite-prefixed-token","category":"secret","description":"Buildkite portal, job or registry token",\#
    "keywords":["bkpat_","bkaj_","bkrt_","bkpt_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))bk(?:pat|aj|rt|pt)_[A-Za-z0-9_.-]{32,400}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"BUILDKITE_TOKEN","anchored":true,"source":"https://buildkite.com/docs/platform/security/tokens",\#
    "positives":["bkaj_IFttSYtRk4NNZKqkXU9vw3VtuaFm4xADc0o","bkrt_g5kb4LOt7-AWIoOtWHUUsMWH8U-wpX.xt"],\#
    "negatives":["bkpat_…","aBbkaj_IFttSYtRk4NNZKqkXU9vw3VtuaFm4xADc0o"]}
    {"id":"aikido-token","category":"secret","description":"Aikido Security credential","keywords":["AIK_CI_","AIK_SECRET_","AIK_CLIENT_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))AIK_(?:CI|SECRET|CLIENT)_[A-Za-z0-9_-]{24,90}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"AIKIDO_TOKEN","anchored":true,"source":"https://apidocs.aikido.dev/reference/authorization",\#
    "positives":["AIK_SECRET_qbxpW8_1eb9Fr_owI3CIcC9PFWq7","AIK_CLIENT_bCAHVxuDuhf7iu39lKucK51YdL9MM"],\#
    "negatives":["AIK_CI_…","aBAIK_SECRET_qbxpW8_1eb9Fr_owI3CIcC9PFWq7"]}
    {"id":"canva-client-secret","category":"secret","description":"Canva client secret","keywords":["cnvca"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))cnvca[A-Za-z0-9_-]{40,60}(?![A-Za-z0-9])","entropy":3.8,\#
    "label":"CANVA_SECRET","anchored":true,"source":"https://www.canva.dev/docs/connect/creating-integrations/",\#
    "positives":["cnvcaP3TjFsTYL7ZjRWgXJwTOYknvT6gSJcusJNEjRjQ0HVh","TOKEN=\"cnvcaP3TjFsTYL7ZjRWgXJwTOYknvT6gSJcusJNEjRjQ0HVh\" # ok"],\#
    "negatives":["cnvca…","aBcnvcaP3TjFsTYL7ZjRWgXJwTOYknvT6gSJcusJNEjRjQ0HVh"]}
    {"id":"adobe-oauth-secret","category":"secret","description":"Adobe OAuth client secret","keywords":["p8e-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))p8e-(?=[A-Za-z_-]{0,31}\\d)[A-Za-z0-9_-]{28,36}(?![A-Za-z0-9])",\#
    "entropy":3.3,"label":"ADOBE_SECRET","anchored":true,"source":"https://developer.adobe.com/developer-console/docs/guides/authentication/",\#
    "positives":["p8e-u_FFd-obz-M7eof3qE084bnru2fw","TOKEN=\"p8e-u_FFd-obz-M7eof3qE084bnru2fw\" # ok"],\#
    "negatives":["p8e-…","aBp8e-u_FFd-obz-M7eof3qE084bnru2fw"]}
    {"id":"cartesia-api-key","category":"secret","description":"Cartesia API key","keywords":["sk_car_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))sk_car_[A-Za-z0-9_-]{20,60}(?![A-Za-z0-9])","entropy":3.3,\#
    "label":"CARTESIA_API_KEY","anchored":true,"source":"https://docs.cartesia.ai/get-started/authenticate-your-client-applications",\#
    "positives":["sk_car_kxcQTeh9PWKGtnnZ7Q3FV0_aH","TOKEN=\"sk_car_kxcQTeh9PWKGtnnZ7Q3FV0_aH\" # ok"],\#
    "negatives":["sk_car_…","aBsk_car_kxcQTeh9PWKGtnnZ7Q3FV0_aH"]}
    {"id":"brave-search-key","category":"secret","description":"Brave Search API key","keywords":["BSA"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))BSA(?=[A-Za-z_-]{0,27}\\d)(?=[A-Z0-9_-]{0,27}[a-z])[A-Za-z0-9_-]{28}(?![A-Za-z0-9_-])",\#
    "entropy":3.8,"label":"BRAVE_API_KEY","anchored":true,"source":"https://api-dashboard.search.brave.com/app/documentation",\#
    "positives":["BSAraVjIw6i4SgjRJP8Vh8FdB5zozYz","TOKEN=\"BSAraVjIw6i4SgjRJP8Vh8FdB5zozYz\" # ok"],\#
    "negatives":["BSA…","aBBSAraVjIw6i4SgjRJP8Vh8FdB5zozYz"]}
    {"id":"devin-api-key","category":"secret","description":"Devin API key","keywords":["cog_","apk_user_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))(?:cog_[a-z2-7]{52}|apk_user_[A-Za-z0-9+/_=-]{60,300})(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"DEVIN_API_KEY","anchored":true,"source":"https://docs.devin.ai/api-reference/overview",\#
    "positives":["apk_user_bOVWNZA0/Ql5jzcNuefksnGm+U7qwASruba2LcFeQQ0c++KJdaMliE14FsABmc/","cog_cw5vtpjc6oigh5yfsvt3ntltkcg5mu3oyqyf7rrhbgokddeuxmtn"],\#
    "negatives":["cog_…","aBapk_user_bOVWNZA0/Ql5jzcNuefksnGm+U7qwASruba2LcFeQQ0c++KJdaMliE14FsABmc/"]}
    {"id":"cursor-api-key","category":"secret","description":"Cursor API key","keywords":["crsr_","key_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))(?:crsr|key)_[0-9a-f]{64}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"CURSOR_API_KEY","anchored":true,"source":"https://cursor.com/docs/api",\#
    "positives":["crsr_65b7c8c9bdcc3b04aceb6f4c65a83b8b1481d8a55dae79e0653a63a747c2e16f","key_3b99d9f76145738ed875ebe0b35758ab0fec2a04752109a4e9c6c433b76c361c"],\#
    "negatives":["crsr_…","aBcrsr_65b7c8c9bdcc3b04aceb6f4c65a83b8b1481d8a55dae79e0653a63a747c2e16f"]}
    {"id":"retell-api-key","category":"secret","description":"Retell AI API key","keywords":["key_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))key_[0-9a-f]{28}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"RETELL_API_KEY","anchored":true,"source":"https://docs.retellai.com/accounts/api-keys-overview",\#
    "positives":["key_32f5c56f17386732a014719e1612","TOKEN=\"key_32f5c56f17386732a014719e1612\" # ok"],\#
    "negatives":["key_…","aBkey_32f5c56f17386732a014719e1612"]}
    {"id":"minimax-api-key","category":"secret","description":"MiniMax API key","keywords":["sk-api-","sk-cp-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))sk-(?:api|cp)-[A-Za-z0-9_-]{60,200}(?![A-Za-z0-9])","entropy":4.0,\#
    "label":"MINIMAX_API_KEY","anchored":true,"source":"https://platform.minimax.io/docs/api-reference/api-overview",\#
    "positives":["sk-cp-WFZShA7Alx90rfdLepGtLGvqJ2-eu1bbTDQFprrp-tD0rrMyvXUgurnev_FLB","sk-api-y0GnGOLaxG0ailzRFKVUMRROxi0nj98zQEPSyRGo7p5ZMxKZ9_tvzzM3kAEAOwf"],\#
    "negatives":["sk-api-…","aBsk-cp-WFZShA7Alx90rfdLepGtLGvqJ2-eu1bbTDQFprrp-tD0rrMyvXUgurnev_FLB"]}
    {"id":"moonshot-api-key","category":"secret","description":"Kimi API key","keywords":["sk-kimi-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))sk-kimi-[A-Za-z0-9]{40,80}(?![A-Za-z0-9])","entropy":3.5,\#
    "label":"MOONSHOT_API_KEY","anchored":true,"source":"https://platform.moonshot.ai/docs/introduction",\#
    "positives":["sk-kimi-6CqN3eqoL0KRDpvHBShjmoAtjyoWg7ARF5mkcpDiw69hA","TOKEN=\"sk-kimi-6CqN3eqoL0KRDpvHBShjmoAtjyoWg7ARF5mkcpDiw69hA\" # ok"],\#
    "negatives":["sk-kimi-…","aBsk-kimi-6CqN3eqoL0KRDpvHBShjmoAtjyoWg7ARF5mkcpDiw69hA"]}
    {"id":"runpod-api-key","category":"secret","description":"RunPod API key","keywords":["rpa_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))rpa_(?=[A-Za-z]{0,50}\\d)(?=[a-z0-9]{0,50}[A-Z])[A-Za-z0-9]{40,50}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"RUNPOD_API_KEY","anchored":true,"source":"https://docs.runpod.io/get-started/api-keys",\#
    "positives":["rpa_jKdtTnzTOyeqADrFR73eC12eGAJnBoUPs7RuVH1pEjveP","TOKEN=\"rpa_jKdtTnzTOyeqADrFR73eC12eGAJnBoUPs7RuVH1pEjveP\" # ok"],\#
    "negatives":["rpa_…","aBrpa_jKdtTnzTOyeqADrFR73eC12eGAJnBoUPs7RuVH1pEjveP"]}
    {"id":"anyscale-api-key","category":"secret","description":"Anyscale API key","keywords":["esecret_","aph0_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))(?:esecret_[a-z0-9]{20,60}|aph0_[A-Za-z0-9]{20,80})(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"ANYSCALE_API_KEY","anchored":true,"source":"https://docs.anyscale.com/platform/",\#
    "positives":["aph0_dT1eQlbUddE9sJgQokWTuq09R","esecret_dvpqok5ssg2kfqoi2x0h"],"negatives":["esecret_…","aBaph0_dT1eQlbUddE9sJgQokWTuq09R"]}
    {"id":"daytona-api-key","category":"secret","description":"Daytona API key","keywords":["dtn_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))dtn_[0-9a-f]{64}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"DAYTONA_API_KEY","anchored":true,"source":"https://www.daytona.io/docs/api-keys",\#
    "positives":["dtn_af0ed410813592edbce1c745a763e38546342f18c171e4f5e83ffb3d4cb41b9e","TOKEN=\"dtn_af0ed410813592edbce1c745a763e38546342f18c171e4f5e83ffb3d4cb41b9e\" # ok"],\#
    "negatives":["dtn_…","aBdtn_af0ed410813592edbce1c745a763e38546342f18c171e4f5e83ffb3d4cb41b9e"]}
    {"id":"scrapfly-api-key","category":"secret","description":"Scrapfly API key","keywords":["scp-live-","scp-test-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))scp-(?:live|test)-[0-9a-f]{32}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"SCRAPFLY_API_KEY","anchored":true,"source":"https://scrapfly.io/docs/scrape-api/getting-started",\#
    "positives":["scp-test-25d7ab2d6eccc3157a0326acc1ae081e","scp-live-7583a4a451a97c535a42122433745170"],\#
    "negatives":["scp-live-…","aBscp-test-25d7ab2d6eccc3157a0326acc1ae081e"]}
    {"id":"context7-api-key","category":"secret","description":"Context7 API key","keywords":["ctx7sk-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))ctx7sk-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9])",\#
    "label":"CONTEXT7_API_KEY","anchored":true,"source":"https://context7.com/docs/howto/api-keys",\#
    "positives":["ctx7sk-09c535ad-6623-6f22-89e3-6c0cc0aba855","TOKEN=\"ctx7sk-09c535ad-6623-6f22-89e3-6c0cc0aba855\" # ok"],\#
    "negatives":["ctx7sk-…","aBctx7sk-09c535ad-6623-6f22-89e3-6c0cc0aba855"]}
    {"id":"devcycle-key","category":"secret","description":"DevCycle SDK key","keywords":["dvc_server_","dvc_client_","dvc_mobile_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))dvc_(?:server|client|mobile)_[a-f0-9_-]{20,80}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"DEVCYCLE_KEY","anchored":true,"source":"https://docs.devcycle.com/essentials/keys",\#
    "positives":["dvc_server_3ddaf3_f62cd47be2f563e-_23","dvc_mobile_0775-4756_8cb4--1954183"],\#
    "negatives":["dvc_server_…","aBdvc_server_3ddaf3_f62cd47be2f563e-_23"]}
    {"id":"configcat-sdk-key","category":"secret","description":"ConfigCat SDK key","keywords":["configcat-sdk-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))configcat-sdk-\\d/[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])",\#
    "entropy":3.5,"label":"CONFIGCAT_KEY","anchored":true,"source":"https://configcat.com/docs/sdk-reference/overview/",\#
    "positives":["configcat-sdk-3/Db8CZGsQdqoGxAIjiryG40/uYNlTgxqOn4BvH0Odwz6CU","TOKEN=\"configcat-sdk-3/Db8CZGsQdqoGxAIjiryG40/uYNlTgxqOn4BvH0Odwz6CU\" # ok"],\#
    "negatives":["configcat-sdk-…","aBconfigcat-sdk-3/Db8CZGsQdqoGxAIjiryG40/uYNlTgxqOn4BvH0Odwz6CU"]}
    {"id":"cloudsmith-api-key","category":"secret","description":"Cloudsmith API key","keywords":["csa_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))csa_[a-f0-9]{32}[A-Za-z0-9]{4,8}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"CLOUDSMITH_API_KEY","anchored":true,"source":"https://help.cloudsmith.io/docs/api-key",\#
    "positives":["csa_03d692695e07655a8c8f5bff3a6c5d68sKLAW7Pz","TOKEN=\"csa_03d692695e07655a8c8f5bff3a6c5d68sKLAW7Pz\" # ok"],\#
    "negatives":["csa_…","aBcsa_03d692695e07655a8c8f5bff3a6c5d68sKLAW7Pz"]}
    {"id":"ionic-token","category":"secret","description":"Ionic personal access token","keywords":["ion_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))ion_(?=[A-Za-z]{0,42}\\d)[A-Za-z0-9]{42}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"IONIC_TOKEN","anchored":true,"source":"https://ionic.io/docs/appflow/personal-access-tokens",\#
    "positives":["ion_JJpVEmBxFuQYF3GQwXkLTNYuuoMtuGNImzmuJoJOOB","TOKEN=\"ion_JJpVEmBxFuQYF3GQwXkLTNYuuoMtuGNImzmuJoJOOB\" # ok"],\#
    "negatives":["ion_…","aBion_JJpVEmBxFuQYF3GQwXkLTNYuuoMtuGNImzmuJoJOOB"]}
    {"id":"mergify-key","category":"secret","description":"Mergify application key","keywords":["mergify_application_key_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))mergify_application_key_[A-Za-z0-9_-]{40,80}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"MERGIFY_KEY","anchored":true,"source":"https://docs.mergify.com/api/",\#
    "positives":["mergify_application_key_VRkTzzgwCDRyxUmaGGjKJm5VSak8zXUOoFsdrQWaOM1g4","TOKEN=\"mergify_application_key_VRkTzzgwCDRyxUmaGGjKJm5VSak8zXUOoFsdrQWaOM1g4\" # ok"],\#
    "negatives":["mergify_application_key_…","aBmergify_application_key_VRkTzzgwCDRyxUmaGGjKJm5VSak8zXUOoFsdrQWaOM1g4"]}
    {"id":"rootly-api-key","category":"secret","description":"Rootly API key","keywords":["rootly_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))rootly_[0-9a-f]{64}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"ROOTLY_API_KEY","anchored":true,"source":"https://docs.rootly.com/api-reference/overview",\#
    "positives":["rootly_b1ff1f8341421d66ef988783bc97a63c69c2038f15c5edabdf785818ebd7bcd4","TOKEN=\"rootly_b1ff1f8341421d66ef988783bc97a63c69c2038f15c5edabdf785818ebd7bcd4\" # ok"],\#
    "negatives":["rootly_…","aBrootly_b1ff1f8341421d66ef988783bc97a63c69c2038f15c5edabdf785818ebd7bcd4"]}
    {"id":"polar-token","category":"secret","description":"Polar token",\#
    "keywords":["polar_pat_","polar_oat_","polar_at_","polar_rt_","polar_cs_","polar_whs_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))polar_(?:pat|oat|at|rt|cs|whs)_(?:[uo]_)?[A-Za-z0-9_-]{30,80}(?![A-Za-z0-9])",\#
    "entropy":3.3,"label":"POLAR_TOKEN","anchored":true,"source":"https://polar.sh/docs/integrate/oat",\#
    "positives":["polar_at_Sh9bOkUfZSpFe4yfcpIidXgTSUKGsb","polar_whs_qf1fY7vJMhaMkqPlGVT6288Vo67r7u4eTxXR"],\#
    "negatives":["polar_pat_…","aBpolar_at_Sh9bOkUfZSpFe4yfcpIidXgTSUKGsb"]}
    {"id":"valtown-token","category":"secret","description":"Val Town API token","keywords":["vtwn_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))vtwn_[A-Za-z0-9_-]{20,60}(?![A-Za-z0-9])","entropy":3.3,\#
    "label":"VALTOWN_TOKEN","anchored":true,"source":"https://docs.val.town/api/authentication/",\#
    "positives":["vtwn_eAFYjXk9lH29EfDOK7eFUixoh","TOKEN=\"vtwn_eAFYjXk9lH29EfDOK7eFUixoh\" # ok"],\#
    "negatives":["vtwn_…","aBvtwn_eAFYjXk9lH29EfDOK7eFUixoh"]}
    {"id":"wakatime-key","category":"secret","description":"WakaTime key or token","keywords":["waka_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))waka_(?:(?:tok|sec|ref|st)_[A-Za-z0-9]{40,90}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"WAKATIME_KEY","anchored":true,"source":"https://wakatime.com/developers",\#
    "positives":["waka_ref_ijOFfonhdiMCWxpGymejr3Hs29PtJxVH1R3zjCCiQWQ","TOKEN=\"waka_ref_ijOFfonhdiMCWxpGymejr3Hs29PtJxVH1R3zjCCiQWQ\" # ok"],\#
    "negatives":["waka_…","aBwaka_ref_ijOFfonhdiMCWxpGymejr3Hs29PtJxVH1R3zjCCiQWQ"]}
    {"id":"workato-api-token","category":"secret","description":"Workato API token","keywords":["wrka-eyJ","wrkaus-eyJ","wrkaeu-eyJ"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))wrka(?:us|eu)?-eyJ[A-Za-z0-9_-]{8,1000}\\.[A-Za-z0-9_-]{8,1000}\\.[A-Za-z0-9_-]{20,1000}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"WORKATO_TOKEN","anchored":true,"source":"https://docs.workato.com/workato-api.html",\#
    "positives":["wrkaus-eyJHH2POzg6GeL8On.ZxYKJq4mHdjro.Wsh9cl3vhmQoiqaCRSWJHv","wrkaeu-eyJCHKLzDzaT.VAnjgYcq5.Mm_PDs4uC553ZklkHMrjGBg"],\#
    "negatives":["wrka-eyJ…","aBwrkaus-eyJHH2POzg6GeL8On.ZxYKJq4mHdjro.Wsh9cl3vhmQoiqaCRSWJHv"]}
    {"id":"lichess-token","category":"secret","description":"Lichess token","keywords":["lip_","lio_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))li[po]_(?=[A-Za-z]{0,24}\\d)(?=[a-z0-9]{0,24}[A-Z])[A-Za-z0-9]{16,32}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"LICHESS_TOKEN","anchored":true,"source":"https://lichess.org/api#section/Authentication",\#
    "positives":["lip_nk3nvPU7bDzhmXKpjEUkB","lio_4SqI8x3dj36WUdmiNoGd"],"negatives":["lip_…","aBlip_nk3nvPU7bDzhmXKpjEUkB"]}
    {"id":"pinterest-token","category":"secret","description":"Pinterest access or refresh token","keywords":["pina_","pinr_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))pin[ar]_(?=[A-Za-z_-]{0,60}\\d)[A-Za-z0-9_-]{32,400}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"PINTEREST_TOKEN","anchored":true,\#
    "source":"https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/",\#
    "positives":["pina_VhjZ6Q2g3xXQ-P6pK_bhLCQMtavZ_nRrS","pinr_QPSD43v6IikfeTpAVIyZ0HNF5Lkb6jVCGkzZ"],\#
    "negatives":["pina_…","aBpina_VhjZ6Q2g3xXQ-P6pK_bhLCQMtavZ_nRrS"]}
    {"id":"ramp-credential","category":"secret","description":"Ramp client or secret",\#
    "keywords":["ramp_id_","ramp_sec_","ramp_business_tok_","ramp_tok_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))ramp_(?:id|sec|tok|business_tok)_[A-Za-z0-9]{32,60}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"RAMP_SECRET","anchored":true,"source":"https://docs.ramp.com/developer-api/v1/authorization",\#
    "positives":["ramp_id_C4XcY0ipOxDPSj95FolheFRiursxHdZDS","ramp_tok_O54Fq3IzYrqn4inuXtqhOQp1vPknXGKiqtkuBH"],\#
    "negatives":["ramp_id_…","aBramp_id_C4XcY0ipOxDPSj95FolheFRiursxHdZDS"]}
    {"id":"cosmo-api-key","category":"secret","description":"WunderGraph Cosmo API key","keywords":["cosmo_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))cosmo_[0-9a-f]{32}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"COSMO_API_KEY","anchored":true,"source":"https://cosmo-docs.wundergraph.com/studio/api-keys",\#
    "positives":["cosmo_861c7c4cff97ecb185c40f61302d7f6f","TOKEN=\"cosmo_861c7c4cff97ecb185c40f61302d7f6f\" # ok"],\#
    "negatives":["cosmo_…","aBcosmo_861c7c4cff97ecb185c40f61302d7f6f"]}
    {"id":"riot-api-key","category":"secret","description":"Riot Games API key","keywords":["RGAPI-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))RGAPI-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9])",\#
    "label":"RIOT_API_KEY","anchored":true,"source":"https://developer.riotgames.com/docs/portal",\#
    "positives":["RGAPI-1112c052-7862-c0da-87bc-b3b2801b007d","TOKEN=\"RGAPI-1112c052-7862-c0da-87bc-b3b2801b007d\" # ok"],\#
    "negatives":["RGAPI-…","aBRGAPI-1112c052-7862-c0da-87bc-b3b2801b007d"]}
    {"id":"gc-notify-key","category":"secret","description":"GC Notify or GOV.UK Notify API key","keywords":["gcntfy-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))gcntfy-[A-Za-z0-9_-]{1,40}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9])",\#
    "label":"NOTIFY_API_KEY","anchored":true,"source":"https://documentation.notification.canada.ca/en/start.html",\#
    "positives":["gcntfy-q-7fda7d39-6733-7746-587c-b5dc6371ea40-bfca968a-d590-43c3-dd12-b59c364f95c2","TOKEN=\"gcntfy-q-7fda7d39-6733-7746-587c-b5dc6371ea40-bfca968a-d590-43c3-dd12-b59c364f95c2\" # ok"],\#
    "negatives":["gcntfy-…","aBgcntfy-q-7fda7d39-6733-7746-587c-b5dc6371ea40-bfca968a-d590-43c3-dd12-b59c364f95c2"]}
    {"id":"onesignal-key","category":"secret","description":"OneSignal app or organization API key","keywords":["os_v2_app_","os_v2_org_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))os_v2_(?:app|org)_[a-z2-7]{80,120}(?![A-Za-z0-9])","entropy":3.5,\#
    "label":"ONESIGNAL_KEY","anchored":true,"source":"https://documentation.onesignal.com/docs/keys-and-ids",\#
    "positives":["os_v2_org_hidb72unejm262wi2kaxlwttd54v5nc6zggiqfwr4cbapob2fx3cmd3izacfria4nuhqo7xaqurnyl6eqxrglg","os_v2_app_c3gvz4qyld3k5rhmhbxa55pxjvdyhduzl4ofpt6d4e2foxxdvet47bedn3fjcmjgt4zxftdfw7ysvcd7m4oihw"],\#
    "negatives":["os_v2_app_…","aBos_v2_org_hidb72unejm262wi2kaxlwttd54v5nc6zggiqfwr4cbapob2fx3cmd3izacfria4nuhqo7xaqurnyl6eqxrglg"]}
    {"id":"onfido-token","category":"secret","description":"Onfido API token","keywords":["api_live.","api_live_","api_sandbox.","api_sandbox_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))api_(?:live|sandbox)(?:_(?:us|ca))?\\.[A-Za-z0-9_-]{8,16}\\.[A-Za-z0-9_-]{30,36}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"ONFIDO_TOKEN","anchored":true,"source":"https://documentation.onfido.com/api/latest/",\#
    "positives":["api_sandbox_us.J6WzjLEa8Vd.5ri35KzdeTv2yuGB0v6xCjG5CitdZlz","api_sandbox.d90m4aqunY.9ZUnkO9gSfPOv3j6nvoVh5JWTaVCEv3_gK"],\#
    "negatives":["api_live.…","aBapi_sandbox_us.J6WzjLEa8Vd.5ri35KzdeTv2yuGB0v6xCjG5CitdZlz"]}
    {"id":"asaas-token","category":"secret","description":"Asaas API key","keywords":["$aact_"],\#
    "pattern":"(?<![A-Za-z0-9])\\$aact_(?:prod_|hmlg_)?[A-Za-z0-9:+/=_-]{50,300}","entropy":3.5,"label":"ASAAS_API_KEY","anchored":true,\#
    "source":"https://docs.asaas.com/docs/authentication-2",\#
    "positives":["$aact_:9X==AhU7sWTZOxSl0A1580YBrwuU1cnA1Q10jYvRLFs4AfKej","TOKEN=\"$aact_:9X==AhU7sWTZOxSl0A1580YBrwuU1cnA1Q10jYvRLFs4AfKej\" # ok"],\#
    "negatives":["$aact_…"]}
    {"id":"xendit-key","category":"secret","description":"Xendit API key","keywords":["xnd_production_","xnd_development_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))xnd_(?:production|development)_[A-Za-z0-9]{40,90}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"XENDIT_KEY","anchored":true,"source":"https://docs.xendit.co/docs/api-keys",\#
    "positives":["xnd_production_tzUMYYNqMla6CxQCG8qi3aHInLmqvIyTrvxKsIfqha","xnd_development_o7a3i4E02j2hGiIYaxDvDqoMhhYstBknbD7cT8li4dd"],\#
    "negatives":["xnd_production_…","aBxnd_production_tzUMYYNqMla6CxQCG8qi3aHInLmqvIyTrvxKsIfqha"]}
    {"id":"midtrans-server-key","category":"secret","description":"Midtrans server key","keywords":["Mid-server-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))Mid-server-[A-Za-z0-9_-]{20,40}(?![A-Za-z0-9])","entropy":3.3,\#
    "label":"MIDTRANS_KEY","anchored":true,"source":"https://docs.midtrans.com/docs/midtrans-account",\#
    "positives":["Mid-server-lPCn0efcTg4fygJEYuzt0nOA","TOKEN=\"Mid-server-lPCn0efcTg4fygJEYuzt0nOA\" # ok"],\#
    "negatives":["Mid-server-…","aBMid-server-lPCn0efcTg4fygJEYuzt0nOA"]}
    {"id":"mailersend-token","category":"secret","description":"MailerSend API token","keywords":["mlsn."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))mlsn\\.[a-f0-9]{64}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"MAILERSEND_TOKEN","anchored":true,"source":"https://developers.mailersend.com/general.html",\#
    "positives":["mlsn.05972058a2e8dba6633b954766260672c20d616b569e9f94b6fffe656955a62e","TOKEN=\"mlsn.05972058a2e8dba6633b954766260672c20d616b569e9f94b6fffe656955a62e\" # ok"],\#
    "negatives":["mlsn.…","aBmlsn.05972058a2e8dba6633b954766260672c20d616b569e9f94b6fffe656955a62e"]}
    {"id":"segment-api-token","category":"secret","description":"Segment public API token","keywords":["sgp_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))sgp_(?=[a-z0-9]{0,64}[A-Z])[A-Za-z0-9]{64}(?![A-Za-z0-9])",\#
    "entropy":3.8,"label":"SEGMENT_TOKEN","anchored":true,"source":"https://docs.segmentapis.com/tag/Getting-Started/",\#
    "positives":["sgp_QjhvYUZhYQmkMuq4D28SiL5XxH1XYjsLU0lQr86YbQRnYNBnd0XQOJI9iTe1v126","TOKEN=\"sgp_QjhvYUZhYQmkMuq4D28SiL5XxH1XYjsLU0lQr86YbQRnYNBnd0XQOJI9iTe1v126\" # ok"],\#
    "negatives":["sgp_…","aBsgp_QjhvYUZhYQmkMuq4D28SiL5XxH1XYjsLU0lQr86YbQRnYNBnd0XQOJI9iTe1v126"]}
    {"id":"ebay-client-secret","category":"secret","description":"eBay application secret","keywords":["PRD-","SBX-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))(?:PRD|SBX)-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}(?![A-Za-z0-9])",\#
    "entropy":3.0,"label":"EBAY_SECRET","anchored":true,"source":"https://developer.ebay.com/api-docs/static/creating-edp-key.html",\#
    "positives":["PRD-19ddfadef70e-f521-026e-080d-3de9","SBX-b25ee8ff259d-04ef-9293-fd68-9260"],\#
    "negatives":["PRD-…","aBPRD-19ddfadef70e-f521-026e-080d-3de9"]}
    {"id":"endorlabs-key","category":"secret","description":"Endor Labs API key or secret","keywords":["endr+"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))endr\\+[A-Za-z0-9_-]{16,40}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"ENDORLABS_KEY","anchored":true,"source":"https://docs.endorlabs.com/rest-api/authentication/",\#
    "positives":["endr+GIYswLOSVb8HhyzNheY8tG","TOKEN=\"endr+GIYswLOSVb8HhyzNheY8tG\" # ok"],"negatives":["endr+…","aBendr+GIYswLOSVb8HhyzNheY8tG"]}
    {"id":"zoho-oauth-token","category":"secret","description":"Zoho OAuth token","keywords":["1000."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))1000\\.[a-f0-9]{32}\\.[a-f0-9]{32}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"ZOHO_TOKEN","anchored":true,"source":"https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html",\#
    "positives":["1000.b23461dfc427226d3ec743f5ce67dee0.25c9262eafa508ddd9d2781fd92c8892","TOKEN=\"1000.b23461dfc427226d3ec743f5ce67dee0.25c9262eafa508ddd9d2781fd92c8892\" # ok"],\#
    "negatives":["1000.…","aB1000.b23461dfc427226d3ec743f5ce67dee0.25c9262eafa508ddd9d2781fd92c8892"]}
    {"id":"miro-access-token","category":"secret","description":"Miro access token","keywords":["eyJtaXJvLm9yaWdpbiI6"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))eyJtaXJvLm9yaWdpbiI6[A-Za-z0-9_-]{8,20}_[A-Za-z0-9_-]{27}(?![A-Za-z0-9])",\#
    "label":"MIRO_TOKEN","anchored":true,"source":"https://developers.miro.com/docs/getting-started-with-oauth",\#
    "positives":["eyJtaXJvLm9yaWdpbiI6G7v8YaGC_ns286gOS-wZXXKf8vsEAkvQpUY2","TOKEN=\"eyJtaXJvLm9yaWdpbiI6G7v8YaGC_ns286gOS-wZXXKf8vsEAkvQpUY2\" # ok"],\#
    "negatives":["eyJtaXJvLm9yaWdpbiI6…","aBeyJtaXJvLm9yaWdpbiI6G7v8YaGC_ns286gOS-wZXXKf8vsEAkvQpUY2"]}
    {"id":"samsara-api-token","category":"secret","description":"Samsara API token","keywords":["samsara_api_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))samsara_api_[A-Za-z0-9]{30}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"SAMSARA_TOKEN","anchored":true,"source":"https://developers.samsara.com/docs/authentication",\#
    "positives":["samsara_api_V0Yxqp3IV6d25dE7sVWzeIPRDExMle","TOKEN=\"samsara_api_V0Yxqp3IV6d25dE7sVWzeIPRDExMle\" # ok"],\#
    "negatives":["samsara_api_…","aBsamsara_api_V0Yxqp3IV6d25dE7sVWzeIPRDExMle"]}
    {"id":"mercury-api-token","category":"secret","description":"Mercury API token","keywords":["mercury_production_","mercury_sandbox_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))mercury_(?:production|sandbox)_[a-z]{2,4}_[A-Za-z0-9_]{30,80}(?![A-Za-z0-9])",\#
    "entropy":3.3,"label":"MERCURY_TOKEN","anchored":true,"source":"https://docs.mercury.com/reference/getting-started-with-your-api",\#
    "positives":["mercury_sandbox_dt_lHbk2dcL7R7AxWRfSBQDyLCzahzSvp04iU3","mercury_production_fm_ki1u7tyjE9qAHG2999c4BbRxg3eubkL"],\#
    "negatives":["mercury_production_…","aBmercury_sandbox_dt_lHbk2dcL7R7AxWRfSBQDyLCzahzSvp04iU3"]}
    {"id":"persona-api-key","category":"secret","description":"Persona API key","keywords":["persona_production_","persona_sandbox_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))persona_(?:production|sandbox)_[a-z0-9-]{20,60}(?![A-Za-z0-9])",\#
    "entropy":3.3,"label":"PERSONA_API_KEY","anchored":true,"source":"https://docs.withpersona.com/api-keys",\#
    "positives":["persona_production_i8ecl4rs4cge3s9otxzpr0y","persona_sandbox_8un0cvah2zimfkaq8rshu"],\#
    "negatives":["persona_production_…","aBpersona_production_i8ecl4rs4cge3s9otxzpr0y"]}
    {"id":"github-app-jwt","category":"secret","description":"GitHub App installation token in its signed form","keywords":["ghs_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))ghs_\\d{1,12}_eyJ[A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{20,2000}(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"GITHUB_TOKEN","anchored":true,\#
    "source":"https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app",\#
    "positives":["ghs_5_eyJ4L2WC2WeYSrX.aotlmh3FTc2A.J37H-hF3P7wvdsSO0nlu","TOKEN=\"ghs_5_eyJ4L2WC2WeYSrX.aotlmh3FTc2A.J37H-hF3P7wvdsSO0nlu\" # ok"],\#
    "negatives":["ghs_…","aBghs_5_eyJ4L2WC2WeYSrX.aotlmh3FTc2A.J37H-hF3P7wvdsSO0nlu"]}
    {"id":"paseto","category":"secret","description":"PASETO token or PASERK secret key",\#
    "keywords":["v1.local.","v1.public.","v2.local.","v2.public.","v3.local.","v3.public.","v4.local.","v4.public.","k1.local.","k2.local.","k3.local.","k4.local.","k1.secret.","k2.secret.","k3.secret.","k4.secret."],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-F]{2})|(?<=[0-9\\[][mK]))(?:v[1-4]\\.(?:local|public)|k[1-4]\\.(?:local|secret))\\.[A-Za-z0-9_-]{40,4000}(?:\\.[A-Za-z0-9_-]{1,2000})?(?![A-Za-z0-9])",\#
    "entropy":3.5,"label":"PASETO","anchored":true,"source":"https://github.com/paseto-standard/paseto-spec",\#
    "positives":["v4.public.HmG3sFe8gZk1kKLlDJhjWYt8pyDkSdrOPpi_mWUo","k3.secret.EmDtnLmutzr7XYzWn41WHq-sT3MI9SCRSlrFgaQmty"],\#
    "negatives":["v1.local.…","aBv4.public.HmG3sFe8gZk1kKLlDJhjWYt8pyDkSdrOPpi_mWUo"]}
    {"id":"nkey-seed","category":"secret","description":"Seed of a NATS user, account or operator","keywords":["NKEY SEED-----"],\#
    "pattern":"NKEY SEED-----(?:\\s|\\\\[nr]){1,4}(S[A-Z2-7]{57})(?![A-Za-z0-9])","group":1,"label":"NKEY_SEED","anchored":true,\#
    "source":"https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth",\#
    "positives":["-----BEGIN USER NKEY SEED-----\nSUAKQ7VX2LBNM4RT6YC3WSPHD5FGJ2ETIOAZXCVBNMQ7LKJHGFDSAPOIUY\n------END USER NKEY SEED------"],\#
    "negatives":["-----BEGIN USER NKEY SEED-----\n<seed>"]}
    {"id":"ntlm-message","category":"secret","description":"NTLM authentication message","keywords":["TlRMTVNTUAAD"],\#
    "pattern":"(?<![A-Za-z0-9+/])TlRMTVNTUAAD[A-Za-z0-9+/]{40,4000}={0,2}","label":"NTLM_MESSAGE","anchored":true,\#
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
    {"id":"azure-identifiable-key","category":"secret","description":"Azure key with the issuer's signature in it",\#
    "keywords":["JQQJ9","AzFu","AzSe","ACDb","AIoT","ASbE","AEhE","ARmE","AzCa"],\#
    "pattern":"(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9]{26}|(?=[A-Za-z+/_-]{0,60}\\d)(?=[A-Z0-9+/_-]{0,60}[a-z])(?:[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{4}[AQgw](?:==|%3D%3D)|[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}|[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{5}[AQgw]==|[A-Za-z0-9+/]{33}(?:AIoT|ASbE|AEhE|ARmE|AzCa)[A-Za-z0-9+/]{5}[A-Za-z0-9+/]=))(?![A-Za-z0-9+/=])",\#
    "label":"AZURE_KEY","entropy":3.5,"source":"https://github.com/microsoft/security-utilities/blob/main/docs/IdentifiableSecrets.md",\#
    "positives":["ZbTAzqm7utbyyNocTyuGyQ5mygRedcv4tXtdrZ0V3lR9klVwECHFJQQJ99MkKj5GDQzPouOH6YbeHekF4eYV","key=7qQGeUTnpKAfU2h28hsQBJMK7LmzfS8snoOVElGDTJAzSeCAfaVm","9TOmbMZhUurS9DthLOpevpiVeoWQPHi0LsxxIthprlZnniiZSYSY5qgm3nl60Q2fyY0YhWSATAWcACDbn6D8ZQ=="],\#
    "negatives":["4Kq7AzSeB"]}
    """#
}
