-- The catalogue of tools, what makers suggest for it, and the tags of projects.

set lock_timeout = '2s';
set statement_timeout = '60s';

create table tool (
    tool_id uuid not null,
    slug text not null,
    name text not null,
    vendor text not null,
    url text not null,
    kind text not null,
    description text not null default '',
    version bigint not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint tool_pkey primary key (tool_id),
    constraint tool_slug_key unique (slug),
    constraint tool_slug_form check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and char_length(slug) <= 60),
    constraint tool_kind_known check (
        kind in (
            'chat', 'coding', 'image', 'video', 'audio', 'vision', 'research', 'writing', 'translation', 'automation',
            'local', 'data', 'platform', 'productivity'
        )
    )
);
-- No name twice; and the order of the list.
create unique index tool_name_key on tool (lower(name));

-- Apart from the tool, like project_stats: a use neither rewrites nor locks what people edit. A tool that nobody used
-- yet has no row here.
create table tool_stats (
    tool_id uuid not null,
    used_by integer not null,
    constraint tool_stats_pkey primary key (tool_id),
    constraint tool_stats_tool_id_fkey foreign key (tool_id) references tool (tool_id) on delete cascade,
    constraint tool_stats_counted check (used_by >= 0)
) with (fillfactor = 70);

create table tool_suggestion (
    suggestion_id uuid not null,
    maker_id uuid not null,
    name text not null,
    url text not null,
    kind text not null,
    note text not null default '',
    status text not null default 'pending',
    reason text not null default '',
    tool_id uuid,
    created_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid,
    constraint tool_suggestion_pkey primary key (suggestion_id),
    constraint tool_suggestion_maker_id_fkey foreign key (maker_id) references maker (maker_id),
    constraint tool_suggestion_decided_by_fkey foreign key (decided_by) references maker (maker_id),
    constraint tool_suggestion_tool_id_fkey foreign key (tool_id) references tool (tool_id),
    constraint tool_suggestion_status_known check (status in ('pending', 'accepted', 'declined')),
    constraint tool_suggestion_decided check (
        (status = 'pending') = (decided_at is null)
        and (status = 'pending') = (decided_by is null)
        and (status = 'accepted') = (tool_id is not null)
    )
);
create unique index tool_suggestion_pending_key on tool_suggestion (maker_id, url) where status = 'pending';
create index tool_suggestion_status_idx on tool_suggestion (status, suggestion_id);
create index tool_suggestion_maker_id_idx on tool_suggestion (maker_id);
create index tool_suggestion_decided_by_idx on tool_suggestion (decided_by);
create index tool_suggestion_tool_id_idx on tool_suggestion (tool_id);

-- Tags: what the maker wrote stands in the project, in their order, so that reading a project reads one row.
alter table project
add column tags text[] not null default '{}' constraint project_tags_few check (cardinality(tags) <= 5);

-- What lists of everybody's show, and counts count: the one place that says so.
create view project_listed as
select p.project_id, p.published_at, p.tags
from project p
join maker o on o.maker_id = p.owner_id
where p.status = 'published' and p.visibility = 'public' and p.deleted_at is null and o.status <> 'deleted';

-- The tags of listed projects alone, so that a tag's list is a walk along the key, and a count is a count of rows.
create table project_tag (
    tag text not null,
    published_at timestamptz not null,
    project_id uuid not null,
    constraint project_tag_pkey primary key (tag, published_at, project_id),
    constraint project_tag_project_id_fkey foreign key (project_id) references project (project_id) on delete cascade
);
create index project_tag_project_id_idx on project_tag (project_id);

-- How many rows of project_tag each tag has. One that fell to 0 stays, and is shown to nobody.
create table tag (
    name text not null,
    projects integer not null,
    constraint tag_pkey primary key (name),
    constraint tag_counted check (projects >= 0)
) with (fillfactor = 70);
create index tag_most_used_idx on tag ((-projects), name) where projects > 0;

-- Triggers keep both in step, in the transaction that changes the project: many statements publish, hide, delete, bring
-- back and purge projects, and more will come. None of them can forget. They wait for the commit, so that the counter of
-- a popular tag is locked for no longer than that takes.

create function tag_count() returns trigger
language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into tag (name, projects)
        select r.tag, count(*) from changed r group by r.tag order by r.tag
        on conflict (name) do update set projects = tag.projects + excluded.projects;
    else
        update tag t set projects = t.projects - r.lost
        from (select c.tag, count(*) as lost from changed c group by c.tag) r
        where t.name = r.tag;
    end if;
    return null;
end
$$;

create trigger project_tag_added after insert on project_tag
referencing new table as changed for each statement execute function tag_count();
create trigger project_tag_removed after delete on project_tag
referencing old table as changed for each statement execute function tag_count();

create function relist_tags(ids uuid[]) returns void
language plpgsql as $$
begin
    -- An owner who is being deleted at this moment is waited for, and then found to be gone.
    perform o.maker_id from project p join maker o on o.maker_id = p.owner_id
    where p.project_id = any(ids)
    for key share of o;

    -- In one order for everybody, so that no two changes wait for each other.
    perform t.name from tag t
    where t.name in (
        select r.tag from project_tag r where r.project_id = any(ids)
        union
        select unnest(p.tags) from project p where p.project_id = any(ids)
    )
    order by t.name
    for no key update;

    delete from project_tag r
    where r.project_id = any(ids) and not exists (
        select from project_listed l
        where l.project_id = r.project_id and l.published_at = r.published_at and r.tag = any(l.tags)
    );

    insert into project_tag (tag, published_at, project_id)
    select t.tag, l.published_at, l.project_id
    from project_listed l cross join unnest(l.tags) as t (tag)
    where l.project_id = any(ids)
    on conflict on constraint project_tag_pkey do nothing;
end
$$;

create function project_relist_tags() returns trigger
language plpgsql as $$
begin
    perform relist_tags(array[new.project_id]);
    return null;
end
$$;

create constraint trigger project_tags_made after insert on project
deferrable initially deferred for each row
when (new.status = 'published' and new.tags <> '{}')
execute function project_relist_tags();
create constraint trigger project_tags_changed after update on project
deferrable initially deferred for each row
when (
    (new.tags <> '{}' or old.tags <> '{}')
    and (old.tags, old.status, old.visibility, old.published_at, old.deleted_at)
    is distinct from (new.tags, new.status, new.visibility, new.published_at, new.deleted_at)
)
execute function project_relist_tags();

create function maker_relist_tags() returns trigger
language plpgsql as $$
begin
    perform relist_tags(array(select p.project_id from project p where p.owner_id = new.maker_id));
    return null;
end
$$;

create constraint trigger maker_tags_gone after update on maker
deferrable initially deferred for each row
when (old.status <> 'deleted' and new.status = 'deleted')
execute function maker_relist_tags();

-- Where the catalogue begins. Admins edit it from here on, and no later migration changes a row of theirs.
insert into tool (slug, name, vendor, url, kind, description, tool_id, created_at, updated_at)
select
    c.slug, c.name, c.vendor, c.url, c.kind, c.description, gen_random_uuid(), '2026-11-22T00:00:00Z',
    '2026-11-22T00:00:00Z'
from (values
    ('adobe-firefly', 'Adobe Firefly', 'Adobe', 'https://firefly.adobe.com/', 'image',
        'Generates and edits images and video, also inside Photoshop and Illustrator.'),
    ('adobe-podcast', 'Adobe Podcast', 'Adobe', 'https://podcast.adobe.com/', 'audio',
        'Records, transcribes and cleans up speech in the browser.'),
    ('aider', 'Aider', 'Paul Gauthier', 'https://aider.chat/', 'coding',
        'Open-source pair programmer in the terminal; it edits a git repository and commits.'),
    ('bolt-new', 'Bolt.new', 'StackBlitz', 'https://bolt.new/', 'coding',
        'Builds and runs web applications in the browser from a description.'),
    ('chatgpt', 'ChatGPT', 'OpenAI', 'https://chatgpt.com/', 'chat',
        'General-purpose assistant that chats, reads files and images, searches the web and writes code.'),
    ('chroma', 'Chroma', 'Chroma', 'https://www.trychroma.com/', 'data',
        'Open-source database for search by embeddings.'),
    ('claude', 'Claude', 'Anthropic', 'https://claude.ai/', 'chat',
        'General-purpose assistant for writing, analysis and code, with long documents as input.'),
    ('claude-code', 'Claude Code', 'Anthropic', 'https://www.anthropic.com/claude-code', 'coding',
        'Coding agent in the terminal that reads a repository, edits files and runs commands.'),
    ('cline', 'Cline', 'Cline', 'https://cline.bot/', 'coding',
        'Open-source coding agent inside the editor, with the model of one''s choice.'),
    ('codex', 'Codex', 'OpenAI', 'https://openai.com/codex/', 'coding',
        'Coding agent in the terminal, the editor and the cloud.'),
    ('comfyui', 'ComfyUI', 'Comfy Org', 'https://www.comfy.org/', 'image',
        'Open-source node editor for image and video models, run on one''s own machine.'),
    ('consensus', 'Consensus', 'Consensus', 'https://consensus.app/', 'research',
        'Answers questions from peer-reviewed papers and cites them.'),
    ('continue', 'Continue', 'Continue', 'https://www.continue.dev/', 'coding',
        'Open-source coding assistant for editors and the command line, with configurable models.'),
    ('cursor', 'Cursor', 'Anysphere', 'https://cursor.com/', 'coding',
        'Code editor with completion, chat and agents that know the whole project.'),
    ('dall-e', 'DALL·E', 'OpenAI', 'https://openai.com/index/dall-e-3/', 'image',
        'Generates images from text.'),
    ('deepl', 'DeepL', 'DeepL', 'https://www.deepl.com/', 'translation',
        'Translates text and documents, with glossaries and an API.'),
    ('deepseek', 'DeepSeek', 'DeepSeek', 'https://www.deepseek.com/', 'chat',
        'Assistant and API on language models whose weights are published.'),
    ('demucs', 'Demucs', 'Meta', 'https://github.com/facebookresearch/demucs', 'audio',
        'Open-source separation of music into voice, drums, bass and the rest.'),
    ('descript', 'Descript', 'Descript', 'https://www.descript.com/', 'video',
        'Edits video and podcasts by editing their transcript.'),
    ('dify', 'Dify', 'LangGenius', 'https://dify.ai/', 'automation',
        'Open-source builder for applications and workflows on language models.'),
    ('elevenlabs', 'ElevenLabs', 'ElevenLabs', 'https://elevenlabs.io/', 'audio',
        'Speech from text in many languages and voices, dubbing and sound effects.'),
    ('elicit', 'Elicit', 'Elicit', 'https://elicit.com/', 'research',
        'Finds papers, extracts data from them and helps with systematic reviews.'),
    ('flowise', 'Flowise', 'FlowiseAI', 'https://flowiseai.com/', 'automation',
        'Open-source visual builder for agents and chains.'),
    ('flux', 'FLUX', 'Black Forest Labs', 'https://bfl.ai/', 'image',
        'Family of image models, some with published weights.'),
    ('gemini', 'Gemini', 'Google', 'https://gemini.google.com/', 'chat',
        'General-purpose assistant that takes text, images, audio and video.'),
    ('github-copilot', 'GitHub Copilot', 'GitHub', 'https://github.com/features/copilot', 'coding',
        'Completion, chat and agents in the editor and on GitHub.'),
    ('goblin-tools', 'goblin.tools', 'Bram De Buyser', 'https://goblin.tools/', 'productivity',
        'Small tools that break tasks down and judge tone, made for neurodivergent people.'),
    ('google-ai-studio', 'Google AI Studio', 'Google', 'https://aistudio.google.com/', 'platform',
        'Tries out Gemini models and prompts, and gives keys for their API.'),
    ('google-translate', 'Google Translate', 'Google', 'https://translate.google.com/', 'translation',
        'Translates text, speech, images and web pages in over 100 languages.'),
    ('grok', 'Grok', 'xAI', 'https://grok.com/', 'chat',
        'Assistant with access to the web and to posts on X.'),
    ('heygen', 'HeyGen', 'HeyGen', 'https://www.heygen.com/', 'video',
        'Videos with speaking avatars, and dubbing into other languages.'),
    ('hugging-face', 'Hugging Face', 'Hugging Face', 'https://huggingface.co/', 'platform',
        'Hub for models, data sets and demos, with open-source libraries.'),
    ('ideogram', 'Ideogram', 'Ideogram', 'https://ideogram.ai/', 'image',
        'Generates images, known for legible lettering in them.'),
    ('jan', 'Jan', 'Menlo Research', 'https://jan.ai/', 'local',
        'Open-source desktop application that runs language models offline.'),
    ('kimi', 'Kimi', 'Moonshot AI', 'https://www.kimi.com/', 'chat',
        'Assistant for long documents and web research.'),
    ('kling', 'Kling AI', 'Kuaishou', 'https://klingai.com/', 'video',
        'Generates video from text and from images.'),
    ('langchain', 'LangChain', 'LangChain', 'https://www.langchain.com/', 'automation',
        'Open-source framework for applications and agents on language models.'),
    ('languagetool', 'LanguageTool', 'LanguageTooler', 'https://languagetool.org/', 'writing',
        'Checks spelling, grammar and style in over 30 languages; its core is open source.'),
    ('leonardo-ai', 'Leonardo.Ai', 'Leonardo.Ai', 'https://leonardo.ai/', 'image',
        'Generates images and textures for games and design.'),
    ('libretranslate', 'LibreTranslate', 'LibreTranslate', 'https://libretranslate.com/', 'translation',
        'Open-source translation API that runs on one''s own server.'),
    ('llama-cpp', 'llama.cpp', 'ggml.org', 'https://github.com/ggml-org/llama.cpp', 'local',
        'Open-source runtime for language models on ordinary processors and graphics cards.'),
    ('llamaindex', 'LlamaIndex', 'LlamaIndex', 'https://www.llamaindex.ai/', 'data',
        'Open-source framework that connects documents and data to language models.'),
    ('lm-studio', 'LM Studio', 'Element Labs', 'https://lmstudio.ai/', 'local',
        'Desktop application to download and run language models, with a local API.'),
    ('lovable', 'Lovable', 'Lovable', 'https://lovable.dev/', 'coding',
        'Builds web applications from a conversation, with a database and hosting.'),
    ('luma-dream-machine', 'Dream Machine', 'Luma AI', 'https://lumalabs.ai/dream-machine', 'video',
        'Generates video and images from text and from pictures.'),
    ('make', 'Make', 'Make', 'https://www.make.com/', 'automation',
        'Visual automation between web services, with steps for language models.'),
    ('meta-ai', 'Meta AI', 'Meta', 'https://www.meta.ai/', 'chat',
        'Assistant built on Meta''s models, also inside its messaging apps.'),
    ('microsoft-copilot', 'Microsoft Copilot', 'Microsoft', 'https://copilot.microsoft.com/', 'chat',
        'Assistant on the web and in Windows and Microsoft 365.'),
    ('midjourney', 'Midjourney', 'Midjourney', 'https://www.midjourney.com/', 'image',
        'Generates images from text and from other images.'),
    ('mistral-le-chat', 'Le Chat', 'Mistral AI', 'https://chat.mistral.ai/', 'chat',
        'Assistant on Mistral''s models, with web search and document reading.'),
    ('n8n', 'n8n', 'n8n', 'https://n8n.io/', 'automation',
        'Workflow automation that can be self-hosted, with nodes for language models.'),
    ('notebooklm', 'NotebookLM', 'Google', 'https://notebooklm.google/', 'research',
        'Answers from the documents one uploads, with citations, and reads them out as a talk.'),
    ('notion-ai', 'Notion AI', 'Notion Labs', 'https://www.notion.com/product/ai', 'productivity',
        'Writes, summarises and answers inside a Notion workspace.'),
    ('ollama', 'Ollama', 'Ollama', 'https://ollama.com/', 'local',
        'Runs language models on one''s own machine by one command, with an API.'),
    ('open-webui', 'Open WebUI', 'Open WebUI', 'https://openwebui.com/', 'local',
        'Self-hosted web interface for local and remote models.'),
    ('openrouter', 'OpenRouter', 'OpenRouter', 'https://openrouter.ai/', 'platform',
        'One API for the models of many vendors.'),
    ('otter', 'Otter.ai', 'Otter.ai', 'https://otter.ai/', 'audio',
        'Transcribes meetings and summarises them.'),
    ('perplexity', 'Perplexity', 'Perplexity', 'https://www.perplexity.ai/', 'research',
        'Answers questions from the web and cites its sources.'),
    ('pika', 'Pika', 'Pika', 'https://pika.art/', 'video',
        'Generates short videos and effects.'),
    ('piper', 'Piper', 'Open Home Foundation', 'https://github.com/OHF-Voice/piper1-gpl', 'audio',
        'Open-source speech from text, fast enough for small computers.'),
    ('poe', 'Poe', 'Quora', 'https://poe.com/', 'chat',
        'One place to chat with models of many vendors and with bots that people make.'),
    ('pyannote', 'pyannote.audio', 'pyannoteAI', 'https://github.com/pyannote/pyannote-audio', 'audio',
        'Open-source speaker diarisation: who speaks when.'),
    ('qdrant', 'Qdrant', 'Qdrant', 'https://qdrant.tech/', 'data',
        'Open-source vector database and search engine.'),
    ('qwen-chat', 'Qwen Chat', 'Alibaba', 'https://chat.qwen.ai/', 'chat',
        'Assistant on the Qwen family of models.'),
    ('recraft', 'Recraft', 'Recraft', 'https://www.recraft.ai/', 'image',
        'Generates images and vector graphics in a consistent style.'),
    ('replicate', 'Replicate', 'Replicate', 'https://replicate.com/', 'platform',
        'Runs open models through an API.'),
    ('replit', 'Replit', 'Replit', 'https://replit.com/', 'coding',
        'Development in the browser with an agent that builds and deploys applications.'),
    ('runway', 'Runway', 'Runway', 'https://runwayml.com/', 'video',
        'Generates and edits video, with tools for film makers.'),
    ('segment-anything', 'Segment Anything', 'Meta', 'https://segment-anything.com/', 'vision',
        'Open-source model that cuts any object out of an image.'),
    ('semantic-scholar', 'Semantic Scholar', 'Allen Institute for AI', 'https://www.semanticscholar.org/', 'research',
        'Search engine for scientific papers, with summaries and an open API.'),
    ('sentence-transformers', 'Sentence Transformers', 'Hugging Face', 'https://sbert.net/', 'data',
        'Open-source library for embeddings of sentences and images, and for ranking.'),
    ('sora', 'Sora', 'OpenAI', 'https://openai.com/sora/', 'video',
        'Generates video with sound from text.'),
    ('stable-diffusion', 'Stable Diffusion', 'Stability AI', 'https://stability.ai/stable-image', 'image',
        'Image models with published weights that run on one''s own machine.'),
    ('sudowrite', 'Sudowrite', 'Sudowrite', 'https://www.sudowrite.com/', 'writing',
        'Writing partner for fiction.'),
    ('suno', 'Suno', 'Suno', 'https://suno.com/', 'audio',
        'Generates songs with voice from text.'),
    ('synthesia', 'Synthesia', 'Synthesia', 'https://www.synthesia.io/', 'video',
        'Training and presentation videos with speaking avatars.'),
    ('synthesizer-v', 'Synthesizer V Studio', 'Dreamtonics', 'https://dreamtonics.com/synthesizerv/', 'audio',
        'Singing voices that are composed note by note.'),
    ('tabnine', 'Tabnine', 'Tabnine', 'https://www.tabnine.com/', 'coding',
        'Code completion and chat that can run on a company''s own servers.'),
    ('tesseract', 'Tesseract', 'Tesseract OCR', 'https://github.com/tesseract-ocr/tesseract', 'vision',
        'Open-source text recognition for printed pages in over 100 languages.'),
    ('transkribus', 'Transkribus', 'READ-COOP', 'https://www.transkribus.org/', 'vision',
        'Reads handwriting and old print, and can be trained on a hand.'),
    ('udio', 'Udio', 'Udio', 'https://www.udio.com/', 'audio',
        'Generates music from text.'),
    ('ultralytics-yolo', 'Ultralytics YOLO', 'Ultralytics', 'https://www.ultralytics.com/yolo', 'vision',
        'Finds, counts and outlines objects in images and video, also on small devices.'),
    ('v0', 'v0', 'Vercel', 'https://v0.app/', 'coding',
        'Generates user interfaces and web applications from a description.'),
    ('veo', 'Veo', 'Google DeepMind', 'https://deepmind.google/models/veo/', 'video',
        'Generates video with sound from text and images.'),
    ('vllm', 'vLLM', 'vLLM project', 'https://docs.vllm.ai/', 'local',
        'Open-source server for language models with high throughput on graphics cards.'),
    ('whisper', 'Whisper', 'OpenAI', 'https://github.com/openai/whisper', 'audio',
        'Open-source speech recognition in many languages.'),
    ('whisper-cpp', 'whisper.cpp', 'ggml.org', 'https://github.com/ggml-org/whisper.cpp', 'audio',
        'Whisper in C and C++, which runs without a graphics card.'),
    ('windsurf', 'Windsurf', 'Cognition', 'https://windsurf.com/', 'coding',
        'Code editor with an agent that follows what the developer does.'),
    ('zapier', 'Zapier', 'Zapier', 'https://zapier.com/', 'automation',
        'Automation between thousands of web services, with steps for language models.')
) as c (slug, name, vendor, url, kind, description);
