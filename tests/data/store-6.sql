PRAGMA application_id = 1263227460;
PRAGMA user_version = 6;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE TABLE "item" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "meeting_id" TEXT NOT NULL REFERENCES "meeting"("id") ON DELETE CASCADE,
   "parent_id" TEXT REFERENCES "item"("id") ON DELETE CASCADE,
   "order_key" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "case_type" TEXT,
   "pinned_number" TEXT
, "case_number" TEXT NOT NULL DEFAULT '', "caseworker" TEXT NOT NULL DEFAULT '', "closed" INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE "content" (
   "sha256" TEXT PRIMARY KEY NOT NULL,
   "size" INTEGER NOT NULL,
   "added" TEXT NOT NULL
) STRICT;
CREATE TABLE "attachment" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "item_id" TEXT NOT NULL REFERENCES "item"("id") ON DELETE CASCADE,
   "order_key" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "file_name" TEXT NOT NULL,
   "source" TEXT NOT NULL REFERENCES "content"("sha256"),
   "pinned_number" INTEGER
, "page_choice" TEXT NOT NULL DEFAULT '', "closed" INTEGER NOT NULL DEFAULT 0, "language" TEXT NOT NULL DEFAULT '', "alternate_texts" TEXT NOT NULL DEFAULT '{}') STRICT;
CREATE TABLE "rendition" (
   "source" TEXT PRIMARY KEY NOT NULL,
   "status" TEXT NOT NULL,
   "pdf" TEXT,
   "page_count" INTEGER NOT NULL,
   "kind" TEXT NOT NULL,
   "warnings" TEXT NOT NULL
, "accessibility" TEXT NOT NULL DEFAULT '', "inspection" INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE TABLE "page" (
   "pdf" TEXT NOT NULL,
   "number" INTEGER NOT NULL,
   "width" REAL NOT NULL,
   "height" REAL NOT NULL,
   "rotation" INTEGER NOT NULL,
   "text" TEXT NOT NULL,
   "ink_columns" INTEGER NOT NULL,
   "ink_top" BLOB NOT NULL,
   "ink_bottom" BLOB NOT NULL,
   "open_states" INTEGER NOT NULL,
   "digest" TEXT NOT NULL,
   "annotations" TEXT NOT NULL, "tags" TEXT NOT NULL DEFAULT 'blank', "open_marks" INTEGER NOT NULL DEFAULT 0,
   PRIMARY KEY ("pdf", "number")
) STRICT;
CREATE TABLE "operation" (
   "id" INTEGER PRIMARY KEY,
   "at" TEXT NOT NULL,
   "who" TEXT NOT NULL,
   "label" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "target" INTEGER,
   "coalesce_key" TEXT,
   "undone_by" INTEGER,
   "dropped" INTEGER NOT NULL DEFAULT 0,
   "open" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE "change" (
   "operation_id" INTEGER REFERENCES "operation"("id"),
   "table_name" TEXT,
   "row_id" TEXT,
   "before" TEXT,
   "after" TEXT,
   PRIMARY KEY ("operation_id", "table_name", "row_id")
) STRICT;
CREATE TABLE "meeting" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "council" TEXT NOT NULL,
   "date" TEXT NOT NULL,
   "index_title" TEXT NOT NULL,
   "state" TEXT NOT NULL DEFAULT 'draft'
, "time" TEXT NOT NULL DEFAULT '', "place" TEXT NOT NULL DEFAULT '', "archived" INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE "item_text" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "item_id" TEXT NOT NULL REFERENCES "item"("id") ON DELETE CASCADE,
   "kind" TEXT NOT NULL,
   "html" TEXT NOT NULL
) STRICT;
CREATE TABLE "council" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "name" TEXT NOT NULL,
   "template" TEXT NOT NULL,
   "members" TEXT NOT NULL,
   "sections" TEXT NOT NULL,
   "case_types" TEXT NOT NULL,
   "logo" TEXT REFERENCES "content"("sha256")
, word_template TEXT REFERENCES content (sha256), "word_template_name" TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE "backup_made" (
   "path" TEXT PRIMARY KEY NOT NULL,
   "at" TEXT NOT NULL
) STRICT;
CREATE TABLE "erasure" (
   "what" TEXT PRIMARY KEY NOT NULL
) STRICT;
CREATE TABLE search_row (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, row TEXT NOT NULL, meeting_id TEXT NOT NULL, text TEXT NOT NULL,
        UNIQUE (kind, row)
    ) STRICT;
CREATE TABLE search_pdf (first INTEGER PRIMARY KEY, pdf TEXT NOT NULL UNIQUE, pages INTEGER NOT NULL) STRICT;
CREATE TABLE search_due (
        kind TEXT NOT NULL, row TEXT NOT NULL, number INTEGER NOT NULL, old TEXT,
        PRIMARY KEY (kind, row, number)
    ) STRICT;
CREATE VIRTUAL TABLE search_row_gram USING fts5 (pieces, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_'");
CREATE VIRTUAL TABLE search_row_gram_count USING fts5vocab (search_row_gram, row);
CREATE VIRTUAL TABLE search_page_gram USING fts5 (pieces, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_'");
CREATE VIRTUAL TABLE search_page_gram_count USING fts5vocab (search_page_gram, row);
INSERT INTO "_sqlite_migrations" VALUES(1,'kkr-desk','meetings_and_journal','2026-11-24 03:33:30.367819+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'kkr-desk','meeting_details','2026-11-24 03:33:30.374126+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'kkr-desk','backups_and_erasure','2026-11-24 03:33:30.374631+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'kkr-desk','search','2026-11-24 03:33:30.375861+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'kkr-desk','word_templates','2026-11-24 03:33:30.376611+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'kkr-desk','accessibility','2026-11-24 03:33:30.378272+00:00');
INSERT INTO "item" VALUES('01a20b9d-a4a2-70c8-a9af-b3e208de6258','01a20b9d-a4a1-747a-9291-e58103a087a0',NULL,'a0','Fordeling af flygtninge 2025','Beslutningssag',NULL,'','',0);
INSERT INTO "content" VALUES('a77aff30fb1663d80e7b85a61a83a33e0e78302293b88b9ce08b80fd8fee035e',13,'2026-11-24T03:33:30.385+00:00');
INSERT INTO "content" VALUES('f1cd52484acc14a657055fbe184f45f25166c6b18dc0079fd51bc65753096011',8,'2026-11-24T03:33:30.387+00:00');
INSERT INTO "content" VALUES('62c6f92eb98ff336722d64f1e517269cd3b1d5137090eef21a46541fe11a4326',9,'2026-11-24T03:33:30.388+00:00');
INSERT INTO "content" VALUES('b2c06821acf06ee2dbdb6b969b65a37e7de3dfe28c79c53110c23d1cf8e506bc',14,'2026-11-24T03:33:30.389+00:00');
INSERT INTO "attachment" VALUES('01a20b9d-a4a4-76d1-9b30-198925478e2f','01a20b9d-a4a2-70c8-a9af-b3e208de6258','a0','Landstal for 2025','landstal.pdf','a77aff30fb1663d80e7b85a61a83a33e0e78302293b88b9ce08b80fd8fee035e',NULL,'',0,'da-DK','{"figure:1": "Kurve over landstallet"}');
INSERT INTO "attachment" VALUES('01a20b9d-a4a4-76d1-9b30-198a914db298','01a20b9d-a4a2-70c8-a9af-b3e208de6258','a1','Notat','notat.docx','f1cd52484acc14a657055fbe184f45f25166c6b18dc0079fd51bc65753096011',NULL,'',0,'','{}');
INSERT INTO "attachment" VALUES('01a20b9d-a4a5-7680-a519-fb73d44f63be','01a20b9d-a4a2-70c8-a9af-b3e208de6258','a2','Brev','brev.pdf','62c6f92eb98ff336722d64f1e517269cd3b1d5137090eef21a46541fe11a4326',NULL,'',0,'','{}');
INSERT INTO "rendition" VALUES('a77aff30fb1663d80e7b85a61a83a33e0e78302293b88b9ce08b80fd8fee035e','ok','a77aff30fb1663d80e7b85a61a83a33e0e78302293b88b9ce08b80fd8fee035e',1,'pdf','[["pdf-layers", []]]','{"tagged": true, "language": "da-DK", "title": "Landstal", "untagged": [], "scans": [], "fonts": [], "figures": [["figure:1", 1, ""]], "declared": false}',2);
INSERT INTO "rendition" VALUES('f1cd52484acc14a657055fbe184f45f25166c6b18dc0079fd51bc65753096011','unsupported',NULL,0,'docx','[["file-word", [["kind", "docx"]]]]','',2);
INSERT INTO "rendition" VALUES('62c6f92eb98ff336722d64f1e517269cd3b1d5137090eef21a46541fe11a4326','ok','b2c06821acf06ee2dbdb6b969b65a37e7de3dfe28c79c53110c23d1cf8e506bc',1,'pdf','[["pdf-repaired", []]]','',2);
INSERT INTO "page" VALUES('a77aff30fb1663d80e7b85a61a83a33e0e78302293b88b9ce08b80fd8fee035e',1,595.3,841.9,0,'Landstal 2025',8,X'0000000000000000',X'0101010101010101',0,'dddddddddddddddddddddddddddddddd','','tagged',0);
INSERT INTO "page" VALUES('b2c06821acf06ee2dbdb6b969b65a37e7de3dfe28c79c53110c23d1cf8e506bc',1,595.3,841.9,0,'Brev fra ministeriet',8,X'0000000000000000',X'0101010101010101',0,'dddddddddddddddddddddddddddddddd','','tagged',0);
INSERT INTO "operation" VALUES(1,'2026-11-24T03:33:30.403+00:00','abk','Nyt møde','do',NULL,NULL,NULL,0,0);
INSERT INTO "operation" VALUES(2,'2026-11-24T03:33:30.405+00:00','abk','Vedhæft','do',NULL,NULL,NULL,0,0);
INSERT INTO "operation" VALUES(3,'2026-11-24T03:33:30.435+00:00','abk','Omdøb bilag','do',NULL,NULL,NULL,0,0);
INSERT INTO "change" VALUES(1,'meeting','01a20b9d-a4a1-747a-9291-e58103a087a0',NULL,'{"id":"01a20b9d-a4a1-747a-9291-e58103a087a0","council":"KKR Sjælland","date":"2024-06-19","index_title":"Indholdsfortegnelse - Bilag","state":"draft","time":"9.30","place":"Roskilde","archived":0}');
INSERT INTO "change" VALUES(1,'item','01a20b9d-a4a2-70c8-a9af-b3e208de6258',NULL,'{"id":"01a20b9d-a4a2-70c8-a9af-b3e208de6258","meeting_id":"01a20b9d-a4a1-747a-9291-e58103a087a0","parent_id":null,"order_key":"a0","title":"Fordeling af flygtninge 2025","case_type":"Beslutningssag","pinned_number":null,"case_number":"","caseworker":"","closed":0}');
INSERT INTO "change" VALUES(2,'attachment','01a20b9d-a4a4-76d1-9b30-198925478e2f',NULL,'{"id":"01a20b9d-a4a4-76d1-9b30-198925478e2f","item_id":"01a20b9d-a4a2-70c8-a9af-b3e208de6258","order_key":"a0","title":"Landstal 2025","file_name":"landstal.pdf","source":"a77aff30fb1663d80e7b85a61a83a33e0e78302293b88b9ce08b80fd8fee035e","pinned_number":null,"page_choice":"","closed":0,"language":"da-DK","alternate_texts":"{\"figure:1\": \"Kurve over landstallet\"}"}');
INSERT INTO "change" VALUES(2,'attachment','01a20b9d-a4a4-76d1-9b30-198a914db298',NULL,'{"id":"01a20b9d-a4a4-76d1-9b30-198a914db298","item_id":"01a20b9d-a4a2-70c8-a9af-b3e208de6258","order_key":"a1","title":"Notat","file_name":"notat.docx","source":"f1cd52484acc14a657055fbe184f45f25166c6b18dc0079fd51bc65753096011","pinned_number":null,"page_choice":"","closed":0,"language":"","alternate_texts":"{}"}');
INSERT INTO "change" VALUES(2,'attachment','01a20b9d-a4a5-7680-a519-fb73d44f63be',NULL,'{"id":"01a20b9d-a4a5-7680-a519-fb73d44f63be","item_id":"01a20b9d-a4a2-70c8-a9af-b3e208de6258","order_key":"a2","title":"Brev","file_name":"brev.pdf","source":"62c6f92eb98ff336722d64f1e517269cd3b1d5137090eef21a46541fe11a4326","pinned_number":null,"page_choice":"","closed":0,"language":"","alternate_texts":"{}"}');
INSERT INTO "change" VALUES(2,'item_text','01a20b9d-a4a2-70c8-a9af-b3e208de6258/background',NULL,'{"id":"01a20b9d-a4a2-70c8-a9af-b3e208de6258/background","item_id":"01a20b9d-a4a2-70c8-a9af-b3e208de6258","kind":"background","html":"<p>Landstal</p>"}');
INSERT INTO "change" VALUES(3,'attachment','01a20b9d-a4a4-76d1-9b30-198925478e2f','{"id":"01a20b9d-a4a4-76d1-9b30-198925478e2f","item_id":"01a20b9d-a4a2-70c8-a9af-b3e208de6258","order_key":"a0","title":"Landstal 2025","file_name":"landstal.pdf","source":"a77aff30fb1663d80e7b85a61a83a33e0e78302293b88b9ce08b80fd8fee035e","pinned_number":null,"page_choice":"","closed":0,"language":"da-DK","alternate_texts":"{\"figure:1\": \"Kurve over landstallet\"}"}','{"id":"01a20b9d-a4a4-76d1-9b30-198925478e2f","item_id":"01a20b9d-a4a2-70c8-a9af-b3e208de6258","order_key":"a0","title":"Landstal for 2025","file_name":"landstal.pdf","source":"a77aff30fb1663d80e7b85a61a83a33e0e78302293b88b9ce08b80fd8fee035e","pinned_number":null,"page_choice":"","closed":0,"language":"da-DK","alternate_texts":"{\"figure:1\": \"Kurve over landstallet\"}"}');
INSERT INTO "meeting" VALUES('01a20b9d-a4a1-747a-9291-e58103a087a0','KKR Sjælland','2024-06-19','Indholdsfortegnelse - Bilag','draft','9.30','Roskilde',0);
INSERT INTO "item_text" VALUES('01a20b9d-a4a2-70c8-a9af-b3e208de6258/background','01a20b9d-a4a2-70c8-a9af-b3e208de6258','background','<p>Landstal</p>');
INSERT INTO "search_row" VALUES(1,'item','01a20b9d-a4a2-70c8-a9af-b3e208de6258','01a20b9d-a4a1-747a-9291-e58103a087a0','Fordeling af flygtninge 2025
Beslutningssag');
INSERT INTO "search_row" VALUES(2,'meeting','01a20b9d-a4a1-747a-9291-e58103a087a0','01a20b9d-a4a1-747a-9291-e58103a087a0','19. juni 2024
KKR Sjælland
Roskilde');
INSERT INTO "search_row" VALUES(4,'attachment','01a20b9d-a4a4-76d1-9b30-198a914db298','01a20b9d-a4a1-747a-9291-e58103a087a0','Notat
notat.docx');
INSERT INTO "search_row" VALUES(5,'attachment','01a20b9d-a4a5-7680-a519-fb73d44f63be','01a20b9d-a4a1-747a-9291-e58103a087a0','Brev
brev.pdf');
INSERT INTO "search_row" VALUES(6,'item_text','01a20b9d-a4a2-70c8-a9af-b3e208de6258/background','01a20b9d-a4a1-747a-9291-e58103a087a0','Landstal');
INSERT INTO "search_row" VALUES(7,'attachment','01a20b9d-a4a4-76d1-9b30-198925478e2f','01a20b9d-a4a1-747a-9291-e58103a087a0','Landstal for 2025
landstal.pdf');
INSERT INTO "search_pdf" VALUES(1,'a77aff30fb1663d80e7b85a61a83a33e0e78302293b88b9ce08b80fd8fee035e',1);
INSERT INTO "search_pdf" VALUES(2,'b2c06821acf06ee2dbdb6b969b65a37e7de3dfe28c79c53110c23d1cf8e506bc',1);
DELETE FROM search_row_gram_data;
INSERT INTO "search_row_gram_data" VALUES(1,X'065A');
INSERT INTO "search_row_gram_data" VALUES(10,X'000000000103030003010101020101030101');
INSERT INTO "search_row_gram_data" VALUES(137438953473,X'0000015905303032345F020302355F01010432303234020401350101045F31395F0202033230320101020361665F010203626573010203666C790103026F720102036A756E0202036B6B72020203726F73020204736AC3A6020104616E645F0201046265736C01010464656C69010104656C696E010203736C75010104666C79670102036F726401010467737361010203746E69010104696C64650202036E675F01040165010401730101046A756E69020204C3A66C6C0201046B696C640202036B725F0201046C616E6402020364655F020203696E670102036C616E02020375746E0102037967740101046E67655F0103027373010203696E670101046F726465010203736B690201047264656C0102036F736B0201047361675F0102046AC3A66C0202036B696C0202036C7574010203736167010104746E696E010104756E695F020203746E690101047967746E010105C3A66C6C6102040705070407070606060506060607070707070607060706070604040707070607060606060607050607060706070706060607070607');
INSERT INTO "search_row_gram_data" VALUES(274877906945,X'0000009D05303032355F030104323032350301045F323032030203627265050203646F630402036C616E030302036E6F7404020370646603020104616E64730303010462726576050104646F6378040203737461030301046C616E64030301046E647374030302036F74610401046F63785F0402037461740401047064665F030201047265765F0501047374616C0303010474616C5F03030302745F0404070707060607060708070707080806070608070808');
INSERT INTO "search_row_gram_data" VALUES(412316860417,X'0000007B05303032355F03000401043230323503000401045F3230320300040203666F720702036C616E03000402037064660300040104616E64730300040104647374610300040104666F725F0701046C616E6403000401046E64737403000401047064665F03000401047374616C030004010474616C5F0300040409090906080809090709090909');
DELETE FROM search_row_gram_idx;
INSERT INTO "search_row_gram_idx" VALUES(1,X'',2);
INSERT INTO "search_row_gram_idx" VALUES(2,X'',2);
INSERT INTO "search_row_gram_idx" VALUES(3,X'',2);
DELETE FROM search_row_gram_config;
INSERT INTO "search_row_gram_config" VALUES('version',4);
DELETE FROM search_page_gram_data;
INSERT INTO "search_page_gram_data" VALUES(1,X'0219');
INSERT INTO "search_page_gram_data" VALUES(10,X'000000000102020002010101020101');
INSERT INTO "search_page_gram_data" VALUES(137438953473,X'0000004905303032355F010104323032350101045F3230320102036C616E010104616E6473010104647374610101046C616E640101046E6473740101047374616C01010474616C5F0104070707060707070707');
INSERT INTO "search_page_gram_data" VALUES(274877906945,X'0000006805305F6272650202036672610202036D696E02010462726576020104657269650201046672615F0201046965745F0202036E69730202037374650201046D696E690201046E6973740201047265765F020203696574020104737465720201047465726902040706060707070706060707070607');
DELETE FROM search_page_gram_idx;
INSERT INTO "search_page_gram_idx" VALUES(1,X'',2);
INSERT INTO "search_page_gram_idx" VALUES(2,X'',2);
DELETE FROM search_page_gram_config;
INSERT INTO "search_page_gram_config" VALUES('version',4);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX "idx_item_meeting_id"
    ON "item" ("meeting_id");
CREATE INDEX "idx_item_parent_id"
    ON "item" ("parent_id");
CREATE INDEX "idx_attachment_item_id"
    ON "attachment" ("item_id");
CREATE INDEX "idx_attachment_source"
    ON "attachment" ("source");
CREATE INDEX "idx_change_table_name_row_id"
    ON "change" ("table_name", "row_id");
CREATE INDEX operation_open ON operation (open) WHERE open = 1;
CREATE INDEX operation_undone ON operation (undone_by) WHERE undone_by IS NOT NULL;
CREATE INDEX "idx_item_text_item_id"
    ON "item_text" ("item_id");
CREATE UNIQUE INDEX "idx_council_name"
    ON "council" ("name");
CREATE INDEX idx_search_row_meeting_id_kind ON search_row (meeting_id, kind);
CREATE INDEX idx_rendition_pdf ON rendition (pdf)
;
CREATE TRIGGER search_meeting_insert AFTER INSERT ON meeting BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('meeting', NEW.id, 0, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_meeting_update AFTER UPDATE ON meeting BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('meeting', NEW.id, 0, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_meeting_delete AFTER DELETE ON meeting BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('meeting', OLD.id, 0, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_item_insert AFTER INSERT ON item BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('item', NEW.id, 0, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_item_update AFTER UPDATE ON item BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('item', NEW.id, 0, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_item_delete AFTER DELETE ON item BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('item', OLD.id, 0, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_attachment_insert AFTER INSERT ON attachment BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('attachment', NEW.id, 0, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_attachment_update AFTER UPDATE ON attachment BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('attachment', NEW.id, 0, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_attachment_delete AFTER DELETE ON attachment BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('attachment', OLD.id, 0, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_item_text_insert AFTER INSERT ON item_text BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('item_text', NEW.id, 0, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_item_text_update AFTER UPDATE ON item_text BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('item_text', NEW.id, 0, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_item_text_delete AFTER DELETE ON item_text BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('item_text', OLD.id, 0, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_page_insert AFTER INSERT ON page BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('page', NEW.pdf, NEW.number, NULL) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_page_update AFTER UPDATE ON page BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('page', OLD.pdf, OLD.number, OLD.text) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER search_page_delete AFTER DELETE ON page BEGIN INSERT INTO search_due (kind, row, number, old) VALUES ('page', OLD.pdf, OLD.number, OLD.text) ON CONFLICT (kind, row, number) DO NOTHING; END;
CREATE TRIGGER journal_meeting_insert AFTER INSERT ON meeting BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'meeting', NEW.id, NULL, json_object('id', NEW.id, 'council', NEW.council, 'date', NEW.date, 'index_title', NEW.index_title, 'state', NEW.state, 'time', NEW.time, 'place', NEW.place, 'archived', NEW.archived) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_meeting_update AFTER UPDATE ON meeting BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'meeting', OLD.id, json_object('id', OLD.id, 'council', OLD.council, 'date', OLD.date, 'index_title', OLD.index_title, 'state', OLD.state, 'time', OLD.time, 'place', OLD.place, 'archived', OLD.archived), json_object('id', NEW.id, 'council', NEW.council, 'date', NEW.date, 'index_title', NEW.index_title, 'state', NEW.state, 'time', NEW.time, 'place', NEW.place, 'archived', NEW.archived) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_meeting_delete AFTER DELETE ON meeting BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'meeting', OLD.id, json_object('id', OLD.id, 'council', OLD.council, 'date', OLD.date, 'index_title', OLD.index_title, 'state', OLD.state, 'time', OLD.time, 'place', OLD.place, 'archived', OLD.archived), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_insert AFTER INSERT ON item BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item', NEW.id, NULL, json_object('id', NEW.id, 'meeting_id', NEW.meeting_id, 'parent_id', NEW.parent_id, 'order_key', NEW.order_key, 'title', NEW.title, 'case_type', NEW.case_type, 'pinned_number', NEW.pinned_number, 'case_number', NEW.case_number, 'caseworker', NEW.caseworker, 'closed', NEW.closed) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_update AFTER UPDATE ON item BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item', OLD.id, json_object('id', OLD.id, 'meeting_id', OLD.meeting_id, 'parent_id', OLD.parent_id, 'order_key', OLD.order_key, 'title', OLD.title, 'case_type', OLD.case_type, 'pinned_number', OLD.pinned_number, 'case_number', OLD.case_number, 'caseworker', OLD.caseworker, 'closed', OLD.closed), json_object('id', NEW.id, 'meeting_id', NEW.meeting_id, 'parent_id', NEW.parent_id, 'order_key', NEW.order_key, 'title', NEW.title, 'case_type', NEW.case_type, 'pinned_number', NEW.pinned_number, 'case_number', NEW.case_number, 'caseworker', NEW.caseworker, 'closed', NEW.closed) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_delete AFTER DELETE ON item BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item', OLD.id, json_object('id', OLD.id, 'meeting_id', OLD.meeting_id, 'parent_id', OLD.parent_id, 'order_key', OLD.order_key, 'title', OLD.title, 'case_type', OLD.case_type, 'pinned_number', OLD.pinned_number, 'case_number', OLD.case_number, 'caseworker', OLD.caseworker, 'closed', OLD.closed), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_attachment_insert AFTER INSERT ON attachment BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'attachment', NEW.id, NULL, json_object('id', NEW.id, 'item_id', NEW.item_id, 'order_key', NEW.order_key, 'title', NEW.title, 'file_name', NEW.file_name, 'source', NEW.source, 'pinned_number', NEW.pinned_number, 'page_choice', NEW.page_choice, 'closed', NEW.closed, 'language', NEW.language, 'alternate_texts', NEW.alternate_texts) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_attachment_update AFTER UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'attachment', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'order_key', OLD.order_key, 'title', OLD.title, 'file_name', OLD.file_name, 'source', OLD.source, 'pinned_number', OLD.pinned_number, 'page_choice', OLD.page_choice, 'closed', OLD.closed, 'language', OLD.language, 'alternate_texts', OLD.alternate_texts), json_object('id', NEW.id, 'item_id', NEW.item_id, 'order_key', NEW.order_key, 'title', NEW.title, 'file_name', NEW.file_name, 'source', NEW.source, 'pinned_number', NEW.pinned_number, 'page_choice', NEW.page_choice, 'closed', NEW.closed, 'language', NEW.language, 'alternate_texts', NEW.alternate_texts) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_attachment_delete AFTER DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'attachment', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'order_key', OLD.order_key, 'title', OLD.title, 'file_name', OLD.file_name, 'source', OLD.source, 'pinned_number', OLD.pinned_number, 'page_choice', OLD.page_choice, 'closed', OLD.closed, 'language', OLD.language, 'alternate_texts', OLD.alternate_texts), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_text_insert AFTER INSERT ON item_text BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item_text', NEW.id, NULL, json_object('id', NEW.id, 'item_id', NEW.item_id, 'kind', NEW.kind, 'html', NEW.html) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_text_update AFTER UPDATE ON item_text BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item_text', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'kind', OLD.kind, 'html', OLD.html), json_object('id', NEW.id, 'item_id', NEW.item_id, 'kind', NEW.kind, 'html', NEW.html) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_text_delete AFTER DELETE ON item_text BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item_text', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'kind', OLD.kind, 'html', OLD.html), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_council_insert AFTER INSERT ON council BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'council', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'template', NEW.template, 'members', NEW.members, 'sections', NEW.sections, 'case_types', NEW.case_types, 'logo', NEW.logo, 'word_template', NEW.word_template, 'word_template_name', NEW.word_template_name) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_council_update AFTER UPDATE ON council BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'council', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'template', OLD.template, 'members', OLD.members, 'sections', OLD.sections, 'case_types', OLD.case_types, 'logo', OLD.logo, 'word_template', OLD.word_template, 'word_template_name', OLD.word_template_name), json_object('id', NEW.id, 'name', NEW.name, 'template', NEW.template, 'members', NEW.members, 'sections', NEW.sections, 'case_types', NEW.case_types, 'logo', NEW.logo, 'word_template', NEW.word_template, 'word_template_name', NEW.word_template_name) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_council_delete AFTER DELETE ON council BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'council', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'template', OLD.template, 'members', OLD.members, 'sections', OLD.sections, 'case_types', OLD.case_types, 'logo', OLD.logo, 'word_template', OLD.word_template, 'word_template_name', OLD.word_template_name), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
COMMIT;
