extension BuiltInRules {
  /// Keys of model providers. One rule a line of JSON, in the form that `redact --print-rules` writes and `--rules` reads.
  static let model: StaticString = #"""
    {"id":"anthropic-api-key","category":"secret","description":"Anthropic API key","keywords":["sk-ant-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sk-ant-(?:[a-z]{2,10}\\d{2}-)?[A-Za-z0-9_-]{20,200}(?![A-Za-z0-9_-])","entropy":3.0,\#
    "label":"ANTHROPIC_API_KEY","anchored":true,"source":"https://docs.anthropic.com/en/api/overview",\#
    "positives":["sk-ant-FAJq6np0p2Puswn5yrfOeM","TOKEN=\"sk-ant-FAJq6np0p2Puswn5yrfOeM\" # ok"],\#
    "negatives":["sk-ant-…","aBsk-ant-FAJq6np0p2Puswn5yrfOeM"]}
    {"id":"openai-api-key","category":"secret","description":"OpenAI API key of a project, service account or administrator",\#
    "keywords":["sk-proj-","sk-svcacct-","sk-admin-","sk-None-","sk-service-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sk-(?:proj|svcacct|admin|None|service)-[A-Za-z0-9_-]{32,200}","entropy":3.5,\#
    "label":"OPENAI_API_KEY","anchored":true,"source":"https://platform.openai.com/docs/api-reference/authentication",\#
    "positives":["sk-admin-pEggMYPHb4FyjbAUSeX0PJMZFAmncBpMEN","TOKEN=\"sk-admin-pEggMYPHb4FyjbAUSeX0PJMZFAmncBpMEN\" # ok"],\#
    "negatives":["sk-admin-…","aBsk-admin-pEggMYPHb4FyjbAUSeX0PJMZFAmncBpMEN"]}
    {"id":"sk-api-key","category":"secret","description":"API key of OpenAI and compatible providers","keywords":["sk-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sk-(?=[A-Za-z]{0,47}\\d)[A-Za-z0-9]{20,64}(?![A-Za-z0-9])","entropy":3.3,\#
    "label":"OPENAI_API_KEY","anchored":true,"source":"https://platform.openai.com/docs/api-reference/authentication",\#
    "positives":["sk-jKOBQJB6vm6JftWvmByH","TOKEN=\"sk-jKOBQJB6vm6JftWvmByH\" # ok"],\#
    "negatives":["task-list-for-the-new-developers","sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","sk-…","aBsk-jKOBQJB6vm6JftWvmByH"]}
    {"id":"openai-session","category":"secret","description":"OpenAI session key or organization key","keywords":["sess-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sess-[A-Za-z0-9]{40}(?![A-Za-z0-9])","entropy":3.5,"label":"OPENAI_SESSION",\#
    "anchored":true,"source":"https://platform.openai.com/docs/api-reference/authentication",\#
    "positives":["sess-5C3aHHyPZ0jBHFlovS0Q9QT8WBazipkdLFvN0VUO","TOKEN=\"sess-5C3aHHyPZ0jBHFlovS0Q9QT8WBazipkdLFvN0VUO\" # ok"],\#
    "negatives":["sess-…","aBsess-5C3aHHyPZ0jBHFlovS0Q9QT8WBazipkdLFvN0VUO"]}
    {"id":"openrouter-api-key","category":"secret","description":"OpenRouter API key","keywords":["sk-or-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sk-or-(?:v\\d-)?[a-f0-9]{64}(?![A-Za-z0-9])","label":"OPENROUTER_API_KEY",\#
    "anchored":true,"source":"https://openrouter.ai/docs/api-reference/authentication",\#
    "positives":["sk-or-5d3973f0948781ed9f501137473a7100c1889a8109828879b7e13d2233d869ef","TOKEN=\"sk-or-5d3973f0948781ed9f501137473a7100c1889a8109828879b7e13d2233d869ef\" # ok"],\#
    "negatives":["sk-or-…","aBsk-or-5d3973f0948781ed9f501137473a7100c1889a8109828879b7e13d2233d869ef"]}
    {"id":"google-gemini-key","category":"secret","description":"Google AI Studio authorization key","keywords":["AQ.Ab"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))AQ\\.Ab[A-Za-z0-9_-]{40,80}(?![A-Za-z0-9])","entropy":3.5,"label":"GOOGLE_API_KEY",\#
    "anchored":true,"source":"https://ai.google.dev/gemini-api/docs/api-key",\#
    "positives":["AQ.AbMnvWRLaTWiJ1nDRM7uWrNd7aUNHA4aaRKd8GFnq0","TOKEN=\"AQ.AbMnvWRLaTWiJ1nDRM7uWrNd7aUNHA4aaRKd8GFnq0\" # ok"],\#
    "negatives":["AQ.Ab…","aBAQ.AbMnvWRLaTWiJ1nDRM7uWrNd7aUNHA4aaRKd8GFnq0"]}
    {"id":"groq-api-key","category":"secret","description":"Groq API key","keywords":["gsk_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))gsk_[A-Za-z0-9]{40,60}(?![A-Za-z0-9])","entropy":3.0,"label":"GROQ_API_KEY",\#
    "anchored":true,"source":"https://console.groq.com/docs/quickstart",\#
    "positives":["gsk_0bTNimq1AmC8nCXGNGi6gaKBW39cbwpZXo6eCSaL","TOKEN=\"gsk_0bTNimq1AmC8nCXGNGi6gaKBW39cbwpZXo6eCSaL\" # ok"],\#
    "negatives":["gsk_…","aBgsk_0bTNimq1AmC8nCXGNGi6gaKBW39cbwpZXo6eCSaL"]}
    {"id":"xai-api-key","category":"secret","description":"xAI API key","keywords":["xai-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))xai-[A-Za-z0-9_-]{60,120}(?![A-Za-z0-9])","entropy":3.0,"label":"XAI_API_KEY",\#
    "anchored":true,"source":"https://docs.x.ai/docs/overview",\#
    "positives":["xai-SiGCorKvZRYDOa2WcFgAkJVWAkNpcHWpNAlrBQbgNEp1onTitdiHmybXz1vA","TOKEN=\"xai-SiGCorKvZRYDOa2WcFgAkJVWAkNpcHWpNAlrBQbgNEp1onTitdiHmybXz1vA\" # ok"],\#
    "negatives":["xai-…","aBxai-SiGCorKvZRYDOa2WcFgAkJVWAkNpcHWpNAlrBQbgNEp1onTitdiHmybXz1vA"]}
    {"id":"perplexity-api-key","category":"secret","description":"Perplexity API key","keywords":["pplx-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))pplx-[A-Za-z0-9]{40,56}(?![A-Za-z0-9])","entropy":3.0,"label":"PERPLEXITY_API_KEY",\#
    "anchored":true,"source":"https://docs.perplexity.ai/guides/api-key-management",\#
    "positives":["pplx-lzht9Q9t4w97fhLewdj23bNfzmamoh4poNXu4zGtel","TOKEN=\"pplx-lzht9Q9t4w97fhLewdj23bNfzmamoh4poNXu4zGtel\" # ok"],\#
    "negatives":["pplx-…","aBpplx-lzht9Q9t4w97fhLewdj23bNfzmamoh4poNXu4zGtel"]}
    {"id":"huggingface-token","category":"secret","description":"Hugging Face token","keywords":["hf_","api_org_"],\#
    "pattern":"(?:(?<![A-Za-z0-9_])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:hf_|api_org_)(?=[a-z]{0,40}[A-Z])(?=[A-Z]{0,40}[a-z])[A-Za-z0-9]{33,40}(?![A-Za-z0-9_-])",\#
    "entropy":3.3,"label":"HUGGINGFACE_TOKEN","anchored":true,"source":"https://huggingface.co/docs/hub/security-tokens",\#
    "positives":["HF_TOKEN=hf_lGgbsaf3pLWdbhwSX1k8cwyhJP2Vp5t9UT"],"negatives":["hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]}
    {"id":"replicate-api-token","category":"secret","description":"Replicate API token","keywords":["r8_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))r8_[A-Za-z0-9]{37,40}(?![A-Za-z0-9])","entropy":3.0,"label":"REPLICATE_API_TOKEN",\#
    "anchored":true,"source":"https://replicate.com/docs/reference/http",\#
    "positives":["r8_5si9m8I7g3aKOo5Q4ZYhDRmk9TeEaKcapluLDCN","TOKEN=\"r8_5si9m8I7g3aKOo5Q4ZYhDRmk9TeEaKcapluLDCN\" # ok"],\#
    "negatives":["r8_…","aBr8_5si9m8I7g3aKOo5Q4ZYhDRmk9TeEaKcapluLDCN"]}
    {"id":"together-api-key","category":"secret","description":"Together AI API key","keywords":["tgp_v1_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))tgp_v1_[A-Za-z0-9_-]{40,48}(?![A-Za-z0-9])","entropy":3.0,"label":"TOGETHER_API_KEY",\#
    "anchored":true,"source":"https://docs.together.ai/docs/quickstart",\#
    "positives":["tgp_v1_fgRxz5S1Oo74IhBLmuKeJjiNhlr41HbnbQ032n6MFr","TOKEN=\"tgp_v1_fgRxz5S1Oo74IhBLmuKeJjiNhlr41HbnbQ032n6MFr\" # ok"],\#
    "negatives":["tgp_v1_…","aBtgp_v1_fgRxz5S1Oo74IhBLmuKeJjiNhlr41HbnbQ032n6MFr"]}
    {"id":"fireworks-api-key","category":"secret","description":"Fireworks AI API key","keywords":["fw_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))fw_(?=[A-Za-z]{0,23}\\d)[A-Za-z0-9]{22,30}(?![A-Za-z0-9])","entropy":3.2,\#
    "label":"FIREWORKS_API_KEY","anchored":true,"source":"https://docs.fireworks.ai/api-reference/introduction",\#
    "positives":["fw_humQq3IJR1tBTJBASeVELDZ","TOKEN=\"fw_humQq3IJR1tBTJBASeVELDZ\" # ok"],"negatives":["fw_…","aBfw_humQq3IJR1tBTJBASeVELDZ"]}
    {"id":"nvidia-api-key","category":"secret","description":"NVIDIA API key","keywords":["nvapi-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))nvapi-[A-Za-z0-9_-]{60,72}(?![A-Za-z0-9])","entropy":3.0,"label":"NVIDIA_API_KEY",\#
    "anchored":true,"source":"https://docs.nvidia.com/nim/",\#
    "positives":["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","TOKEN=\"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\" # ok"],\#
    "negatives":["nvapi-…","aBnvapi-KXklJ9WzsMKmwPye5pBkQSfOF24bfD2I1yQvPmqi4M55ClPDYCoVnw5R84rD"]}
    {"id":"langsmith-api-key","category":"secret","description":"LangSmith API key","keywords":["lsv2_pt_","lsv2_sk_","ls__"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))(?:lsv2_(?:pt|sk)_[A-Fa-f0-9]{32}_[A-Fa-f0-9]{10}|ls__[a-f0-9]{32})(?![A-Za-z0-9])",\#
    "label":"LANGSMITH_API_KEY","anchored":true,"source":"https://docs.langchain.com/langsmith/create-account-api-key",\#
    "positives":["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","TOKEN=\"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\" # ok"],\#
    "negatives":["lsv2_pt_…","aBlsv2_pt_678f0cb695c7c4a74ba10ece5d3e48da_517a568f41"]}
    {"id":"langfuse-key","category":"secret","description":"Langfuse key","keywords":["sk-lf-","pk-lf-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))[sp]k-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9])",\#
    "label":"LANGFUSE_KEY","anchored":true,"source":"https://langfuse.com/docs",\#
    "positives":["pk-lf-50e1b3c5-2fc5-f430-7229-92417bb11376","TOKEN=\"pk-lf-50e1b3c5-2fc5-f430-7229-92417bb11376\" # ok"],\#
    "negatives":["pk-lf-…","aBpk-lf-50e1b3c5-2fc5-f430-7229-92417bb11376"]}
    {"id":"pinecone-api-key","category":"secret","description":"Pinecone API key","keywords":["pcsk_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))pcsk_[A-Za-z0-9_]{60,80}(?![A-Za-z0-9])","entropy":3.0,"label":"PINECONE_API_KEY",\#
    "anchored":true,"source":"https://docs.pinecone.io/guides/projects/manage-api-keys",\#
    "positives":["pcsk_0ICyXQiLxee7CHJjMbxxBn4P1Ic65Eq0eby5N6w9RBvb7mkxnWYUFj0IOYfO","TOKEN=\"pcsk_0ICyXQiLxee7CHJjMbxxBn4P1Ic65Eq0eby5N6w9RBvb7mkxnWYUFj0IOYfO\" # ok"],\#
    "negatives":["pcsk_…","aBpcsk_0ICyXQiLxee7CHJjMbxxBn4P1Ic65Eq0eby5N6w9RBvb7mkxnWYUFj0IOYfO"]}
    {"id":"cerebras-api-key","category":"secret","description":"Cerebras API key","keywords":["csk-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))csk-[a-z0-9]{48}(?![A-Za-z0-9])","entropy":3.0,"label":"CEREBRAS_API_KEY",\#
    "anchored":true,"source":"https://inference-docs.cerebras.ai/quickstart",\#
    "positives":["csk-supq9wr8rvqvphsbm43k6cr7rcdethmzfu2brbdjza7apu3n","TOKEN=\"csk-supq9wr8rvqvphsbm43k6cr7rcdethmzfu2brbdjza7apu3n\" # ok"],\#
    "negatives":["csk-…","aBcsk-supq9wr8rvqvphsbm43k6cr7rcdethmzfu2brbdjza7apu3n"]}
    {"id":"voyage-api-key","category":"secret","description":"Voyage AI or MongoDB model key","keywords":["pa-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))pa-(?=[A-Za-z_-]{0,42}\\d)[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])","entropy":4.0,\#
    "label":"VOYAGE_API_KEY","anchored":true,"source":"https://docs.voyageai.com/docs/api-key-and-installation",\#
    "positives":["pa-nGFC7Pi0EJBEOtnRikOPm8iOQP1yQRjvJfa13i6KhUq","TOKEN=\"pa-nGFC7Pi0EJBEOtnRikOPm8iOQP1yQRjvJfa13i6KhUq\" # ok"],\#
    "negatives":["pa-…","aBpa-nGFC7Pi0EJBEOtnRikOPm8iOQP1yQRjvJfa13i6KhUq"]}
    {"id":"tavily-api-key","category":"secret","description":"Tavily API key","keywords":["tvly-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))tvly-(?:dev-|prod-)?[A-Za-z0-9-]{30,60}(?![A-Za-z0-9])","entropy":3.2,\#
    "label":"TAVILY_API_KEY","anchored":true,"source":"https://docs.tavily.com/documentation/quickstart",\#
    "positives":["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","TOKEN=\"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\" # ok"],\#
    "negatives":["tvly-…","aBtvly-n9GOhWYOkNFCJM0TPlYKiB6K5IANgU3"]}
    {"id":"firecrawl-api-key","category":"secret","description":"Firecrawl API key","keywords":["fc-"],\#
    "pattern":"(?:(?<![A-Za-z0-9-])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))fc-[a-f0-9]{32}(?![A-Za-z0-9])","entropy":3.0,"label":"FIRECRAWL_API_KEY","anchored":true,\#
    "source":"https://docs.firecrawl.dev/introduction",\#
    "positives":["fc-4cb1b31289c2f7692140fed90b377e39","TOKEN=\"fc-4cb1b31289c2f7692140fed90b377e39\" # ok"],"negatives":["fc-…","fc-"]}
    {"id":"jina-api-key","category":"secret","description":"Jina AI API key","keywords":["jina_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))jina_[a-f0-9]{32}[A-Za-z0-9_-]{28}(?![A-Za-z0-9])","entropy":3.0,\#
    "label":"JINA_API_KEY","anchored":true,"source":"https://jina.ai/embeddings/",\#
    "positives":["jina_7fa33638f33093bc4deb16ede77c7a77RWQRDIHZqvexWDIk8QHdhvV0so7f","TOKEN=\"jina_7fa33638f33093bc4deb16ede77c7a77RWQRDIHZqvexWDIk8QHdhvV0so7f\" # ok"],\#
    "negatives":["jina_…","aBjina_7fa33638f33093bc4deb16ede77c7a77RWQRDIHZqvexWDIk8QHdhvV0so7f"]}
    {"id":"elevenlabs-sk","category":"secret","description":"ElevenLabs or Stability style key","keywords":["sk_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))sk_[a-f0-9]{48}(?![A-Za-z0-9])","entropy":3.0,"label":"ELEVENLABS_API_KEY",\#
    "anchored":true,"source":"https://elevenlabs.io/docs/api-reference/authentication",\#
    "positives":["sk_4d0f8dceca1a5c1a81436207433a58ac3b615e948896a486","TOKEN=\"sk_4d0f8dceca1a5c1a81436207433a58ac3b615e948896a486\" # ok"],\#
    "negatives":["sk_…","aBsk_4d0f8dceca1a5c1a81436207433a58ac3b615e948896a486"]}
    {"id":"helicone-key","category":"secret","description":"Helicone API key","keywords":["sk-helicone-","pk-helicone-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))[sp]k-helicone-[a-z0-9]{7}-[a-z0-9]{7}-[a-z0-9]{7}-[a-z0-9]{7}(?![A-Za-z0-9])",\#
    "label":"HELICONE_KEY","anchored":true,"source":"https://docs.helicone.ai/",\#
    "positives":["sk-helicone-u8x9f11-7sgxt66-iikrc4u-yct5bod","TOKEN=\"sk-helicone-u8x9f11-7sgxt66-iikrc4u-yct5bod\" # ok"],\#
    "negatives":["sk-helicone-…","aBsk-helicone-u8x9f11-7sgxt66-iikrc4u-yct5bod"]}
    {"id":"llamacloud-api-key","category":"secret","description":"LlamaCloud API key","keywords":["llx-"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))llx-[A-Za-z0-9_-]{48,52}(?![A-Za-z0-9_-])","entropy":3.0,"label":"LLAMACLOUD_API_KEY",\#
    "anchored":true,"source":"https://docs.cloud.llamaindex.ai/",\#
    "positives":["llx-pl0m5QECtJXrVaorqz0Yykk8kW1EzHUNCEyq558T28zxSxQd","TOKEN=\"llx-pl0m5QECtJXrVaorqz0Yykk8kW1EzHUNCEyq558T28zxSxQd\" # ok"],\#
    "negatives":["llx-…","aBllx-pl0m5QECtJXrVaorqz0Yykk8kW1EzHUNCEyq558T28zxSxQd"]}
    {"id":"apify-token","category":"secret","description":"Apify API token","keywords":["apify_api_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))apify_api_[A-Za-z0-9]{34,40}(?![A-Za-z0-9])","entropy":3.0,"label":"APIFY_TOKEN",\#
    "anchored":true,"source":"https://docs.apify.com/platform/integrations/api",\#
    "positives":["apify_api_fXL0ZSeipsjKsHoj7LY3fqsCM4JYf20Lcie","TOKEN=\"apify_api_fXL0ZSeipsjKsHoj7LY3fqsCM4JYf20Lcie\" # ok"],\#
    "negatives":["apify_api_…","aBapify_api_fXL0ZSeipsjKsHoj7LY3fqsCM4JYf20Lcie"]}
    {"id":"modal-token","category":"secret","description":"Modal token","keywords":["ak-","as-"],\#
    "pattern":"(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))a[ks]-(?=[A-Za-z]{0,21}\\d)(?=[A-Z0-9]{0,21}[a-z])(?=[a-z0-9]{0,21}[A-Z])[A-Za-z0-9]{22}(?![A-Za-z0-9_-])","entropy":3.5,\#
    "label":"MODAL_TOKEN","anchored":true,"source":"https://modal.com/docs/reference/modal.config",\#
    "positives":["MODAL_TOKEN_ID=ak-7hQ2mZ4kVx9LbT3nRw8HcY"],"negatives":["ak-short","as-applicableTypesOfThings","break-7hQ2mZ4kVx9LbT3nRw8HcY"]}
    {"id":"wandb-api-key-prefixed","category":"secret","description":"Weights & Biases API key","keywords":["wandb_v1_"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))wandb_v1_[A-Za-z0-9_]{60,90}(?![A-Za-z0-9])","entropy":3.0,"label":"WANDB_API_KEY",\#
    "anchored":true,"source":"https://docs.wandb.ai/",\#
    "positives":["wandb_v1_CgsLw3FNoIYx3rM0FrbOvCoTmfiUcuQXgt7fNfEzeuIEMOPQ4CXd4vZdvWDY5","TOKEN=\"wandb_v1_CgsLw3FNoIYx3rM0FrbOvCoTmfiUcuQXgt7fNfEzeuIEMOPQ4CXd4vZdvWDY5\" # ok"],\#
    "negatives":["wandb_v1_…","aBwandb_v1_CgsLw3FNoIYx3rM0FrbOvCoTmfiUcuQXgt7fNfEzeuIEMOPQ4CXd4vZdvWDY5"]}
    {"id":"wandb-api-key","category":"secret","description":"Weights & Biases API key","keywords":["wandb"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:wandb)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{40})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"WANDB_API_KEY","anchored":true,"source":"https://docs.wandb.ai/",\#
    "positives":["wandb_key = \"9a8d70437888b9c823d4f7c400195d1829dce259\"","<wandbToken>\n  9a8d70437888b9c823d4f7c400195d1829dce259\n</wandbToken>"],\#
    "negatives":["wandb: 1","9a8d70"]}
    {"id":"cohere-api-key","category":"secret","description":"Cohere API key","keywords":["cohere","co_api_key"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:co_api_key|cohere)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{40})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.3,"label":"COHERE_API_KEY","anchored":true,"source":"https://docs.cohere.com/reference/about",\#
    "positives":["cohere_key = \"vSUQEtjW9MhyAkkm8XuIG84Oj3jJztVw06HBhhKP\"","<cohereToken>\n  vSUQEtjW9MhyAkkm8XuIG84Oj3jJztVw06HBhhKP\n</cohereToken>"],\#
    "negatives":["cohere: 1","vSUQEt"]}
    {"id":"mistral-api-key","category":"secret","description":"Mistral API key","keywords":["mistral"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:mistral)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([A-Za-z0-9]{32})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.3,"label":"MISTRAL_API_KEY","anchored":true,"source":"https://docs.mistral.ai/getting-started/quickstart/",\#
    "positives":["mistral_key = \"cupw6AugFt1BRh3svLrJLcyhwNfZ4iki\"","<mistralToken>\n  cupw6AugFt1BRh3svLrJLcyhwNfZ4iki\n</mistralToken>"],\#
    "negatives":["mistral: 1","cupw6A"]}
    {"id":"together-key","category":"secret","description":"Together AI API key","keywords":["together"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:together)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{64})(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"TOGETHER_KEY","anchored":true,"source":"https://docs.together.ai/docs/quickstart",\#
    "positives":["together_key = \"52ed96e25640bc336d90f9b2f964c4892b36e715712d6966f37b8be55a8365ae\"","<togetherToken>\n  52ed96e25640bc336d90f9b2f964c4892b36e715712d6966f37b8be55a8365ae\n</togetherToken>"],\#
    "negatives":["together: 1","52ed96"]}
    {"id":"deepseek-key","category":"secret","description":"DeepSeek, Moonshot, Qwen or GLM key",\#
    "keywords":["deepseek","moonshot","dashscope","zhipu","glm_api","bigmodel","minimax"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:dashscope|deepseek|moonshot|bigmodel|glm_api|minimax|zhipu)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+((?:sk-)?[a-f0-9]{32}(?:\\.[A-Za-z0-9]{16})?)(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"MODEL_API_KEY","anchored":true,"source":"https://api-docs.deepseek.com/",\#
    "positives":["deepseek_key = \"sk-21d9f7ad1858ae2e42365f053a2afd6d\"","<deepseekToken>\n  sk-21d9f7ad1858ae2e42365f053a2afd6d\n</deepseekToken>"],\#
    "negatives":["deepseek: 1","sk-21d"]}
    {"id":"elevenlabs-api-key","category":"secret","description":"ElevenLabs API key","keywords":["elevenlabs","eleven_labs","xi-api-key","xi_api"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:eleven_labs|elevenlabs|xi-api-key|xi_api)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+((?:sk_)?[a-f0-9]{32}(?:[a-f0-9]{16})?)(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"ELEVENLABS_API_KEY","anchored":true,"source":"https://elevenlabs.io/docs/api-reference/authentication",\#
    "positives":["elevenlabs_key = \"ababc7efa34f89564fa188f93c663e6f\"","<elevenlabsToken>\n  ababc7efa34f89564fa188f93c663e6f\n</elevenlabsToken>"],\#
    "negatives":["elevenlabs: 1","ababc7"]}
    {"id":"azure-openai-key","category":"secret","description":"Azure OpenAI or Azure AI key",\#
    "keywords":["azure_openai","azureopenai","azure-openai","openai_api","ocp-apim","azure_api","cognitive","azure_ai"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:azure_openai|azure-openai|azureopenai|openai_api|azure_api|cognitive|ocp-apim|azure_ai)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{32}|[A-Za-z0-9]{84})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"AZURE_OPENAI_KEY","anchored":true,"source":"https://learn.microsoft.com/azure/ai-services/authentication",\#
    "positives":["azure_openai_key = \"0bf76cf9991c401eaaa508c034f4a051\"","<azure_openaiToken>\n  0bf76cf9991c401eaaa508c034f4a051\n</azure_openaiToken>"],\#
    "negatives":["azure_openai: 1","0bf76c"]}
    {"id":"assemblyai-deepgram-key","category":"secret","description":"Key of a speech provider",\#
    "keywords":["assemblyai","deepgram","speechmatics","gladia","rev_ai"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:speechmatics|assemblyai|deepgram|gladia|rev_ai)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-f0-9]{32}(?:[a-f0-9]{8})?)(?![A-Za-z0-9])",\#
    "group":1,"entropy":2.5,"label":"SPEECH_API_KEY","anchored":true,"source":"https://www.assemblyai.com/docs",\#
    "positives":["assemblyai_key = \"1249714c74cabdb581b73943f5e074a343a3f42a\"","<assemblyaiToken>\n  1249714c74cabdb581b73943f5e074a343a3f42a\n</assemblyaiToken>"],\#
    "negatives":["assemblyai: 1","124971"]}
    {"id":"ai21-key","category":"secret","description":"AI21, Baseten, Anyscale, Lepton or Cartesia key",\#
    "keywords":["ai21","baseten","anyscale","lepton","cartesia","hyperbolic","novita","siliconflow","ollama_api","exa_api","serper","serpapi","brave_api","brave_search"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:brave_search|siliconflow|hyperbolic|ollama_api|brave_api|anyscale|cartesia|baseten|exa_api|serpapi|lepton|novita|serper|ai21)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+((?:sk[_-]|esecret_|sk_car_)?[A-Za-z0-9._-]{30,80})",\#
    "group":1,"entropy":3.5,"label":"MODEL_API_KEY","anchored":true,"allow":["^[A-Za-z._-]+$"],"source":"https://docs.ai21.com/",\#
    "positives":["ai21_key = \"sk_car_WRnUwkGMlquSmKkOv0WXmS3nVB4veJH5\"","<ai21Token>\n  sk_car_WRnUwkGMlquSmKkOv0WXmS3nVB4veJH5\n</ai21Token>"],\#
    "negatives":["ai21: 1","sk_car"]}
    {"id":"privateai-api-key","category":"secret","description":"Private AI API key","keywords":["privateai","private_ai","private-ai"],\#
    "pattern":"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?i:private_ai|private-ai|privateai)[\\w.-]{0,40}+(?: [A-Za-z]{1,14}+){0,3}+[\\])\"'`\\\\]{0,4}+(?:\\[\\d{0,5}\\])?+(?:\\s{1,4}(?i:value|content|default)(?=\\s?=))?+(?:\\s?:\\s?&?[A-Za-z]{2,12}+\\??(?=\\s{0,4}=[^=]))?+[ \\t]{0,20}+(?:={1,3}>?|[:?.+!|]{1,3}={1,3}|[:>]|[,(](?=\\s{0,20}[\"'`\\\\]))\\s{0,40}+(?:[@brfuLRB$]{0,2}+(?=\\\\{0,3}[\"'`]))?+\\\\{0,3}+[\"'`]{0,3}+([a-z0-9]{32})(?![A-Za-z0-9])",\#
    "group":1,"entropy":3.0,"label":"PRIVATEAI_API_KEY","anchored":true,"source":"https://docs.private-ai.com/",\#
    "positives":["privateai_key = \"40atbxp8qgxgtzdp88zmwtnjwingtjau\"","<privateaiToken>\n  40atbxp8qgxgtzdp88zmwtnjwingtjau\n</privateaiToken>"],\#
    "negatives":["privateai: 1","40atbx"]}
    """#
}
