PRAGMA application_id = 1263227460;
PRAGMA user_version = 7;
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
, "page_choice" TEXT NOT NULL DEFAULT '', "closed" INTEGER NOT NULL DEFAULT 0, "language" TEXT NOT NULL DEFAULT '', "alternate_texts" TEXT NOT NULL DEFAULT '{}', "treatment" TEXT NOT NULL DEFAULT '') STRICT;
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
CREATE TABLE "rendition" (
   "source" TEXT NOT NULL,
   "status" TEXT NOT NULL,
   "pdf" TEXT,
   "page_count" INTEGER NOT NULL,
   "kind" TEXT NOT NULL,
   "warnings" TEXT NOT NULL,
   "accessibility" TEXT NOT NULL DEFAULT '',
   "inspection" INTEGER NOT NULL DEFAULT '1',
   "treatment" TEXT NOT NULL DEFAULT '',
   "particulars" TEXT NOT NULL DEFAULT '{}',
   PRIMARY KEY ("source", "treatment")
) STRICT;
CREATE TABLE "superseded" (
   "pdf" TEXT NOT NULL,
   "source" TEXT NOT NULL,
   PRIMARY KEY ("pdf", "source")
) STRICT;
INSERT INTO "_sqlite_migrations" VALUES(1,'kkr-desk','meetings_and_journal','2026-11-24 04:33:47.022382+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'kkr-desk','meeting_details','2026-11-24 04:33:47.061806+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'kkr-desk','backups_and_erasure','2026-11-24 04:33:47.067136+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'kkr-desk','search','2026-11-24 04:33:47.068581+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'kkr-desk','word_templates','2026-11-24 04:33:47.069585+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'kkr-desk','accessibility','2026-11-24 04:33:47.074358+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'kkr-desk','treatments','2026-11-24 04:33:47.085092+00:00');
INSERT INTO "item" VALUES('01a20bd4-d483-7639-a3c2-0d16007c8703','01a20bd4-d482-7569-ba42-6d9d25f9dd85',NULL,'a0','Fordeling af flygtninge 2025','Beslutningssag','1','','',1);
INSERT INTO "content" VALUES('d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51',13,'2026-11-24T04:33:47.114+00:00');
INSERT INTO "content" VALUES('d8ca9fae88ef7c79be104f349ec1c82cce68dd827866ba56a85e6645851c99af',8,'2026-11-24T04:33:47.130+00:00');
INSERT INTO "attachment" VALUES('01a20bd4-d4bd-77c5-a7d0-0d78955ddff1','01a20bd4-d483-7639-a3c2-0d16007c8703','a0','Landstal for 2025','landstal.pdf','d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51',1,'',0,'','{}','');
INSERT INTO "attachment" VALUES('01a20bd4-d4bd-77c5-a7d0-0d795a7b4fcb','01a20bd4-d483-7639-a3c2-0d16007c8703','a1','Notat','notat.docx','d8ca9fae88ef7c79be104f349ec1c82cce68dd827866ba56a85e6645851c99af',2,'',0,'','{}','changes=shown');
INSERT INTO "page" VALUES('d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51',1,595.3,841.9,0,'Landstal 2025',8,X'0000000000000000',X'0101010101010101',0,'dddddddddddddddddddddddddddddddd','','blank',0);
INSERT INTO "operation" VALUES(1,'2026-11-24T04:33:47.137+00:00','abk','Ret råd','do',NULL,NULL,NULL,0,0);
INSERT INTO "operation" VALUES(2,'2026-11-24T04:33:47.142+00:00','abk','Nyt møde','do',NULL,NULL,NULL,0,0);
INSERT INTO "operation" VALUES(3,'2026-11-24T04:33:47.197+00:00','abk','Vedhæft','do',NULL,NULL,NULL,0,0);
INSERT INTO "operation" VALUES(4,'2026-11-24T04:33:47.307+00:00','abk','Udsend','do',NULL,NULL,NULL,0,0);
INSERT INTO "operation" VALUES(5,'2026-11-24T04:33:47.319+00:00','abk','Omdøb bilag','do',NULL,NULL,NULL,0,0);
INSERT INTO "change" VALUES(1,'council','01a20bd4-d480-775a-9787-aa0f5b63feb5',NULL,'{"id":"01a20bd4-d480-775a-9787-aa0f5b63feb5","name":"KKR Sjælland","template":"{\"attachment_text\": \"Bilag {number}: {title}\", \"stamp_format\": \"Side {page} af {pages}\", \"stamp_place\": \"bottom-right\", \"stamp_size\": 9.0, \"stamp_margin\": 20.0, \"colour\": \"#1f4e79\", \"language\": \"da-DK\", \"collection_title\": \"Bilagssamling – {council}, {date}\", \"page_word\": \"side\", \"slip_text\": \"Bilaget kunne ikke medtages i samlingen. Kontakt sekretariatet for at få det.\"}","members":"[[\"Mette Holm\", \"Roskilde\", \"A\"]]","sections":"[\"Velkomst og godkendelse af dagsorden\", \"Godkendelse af referat\", \"Temaer og sager til drøftelse\", \"Udpegninger\", \"Siden sidst\", \"Punkter til næste møde\", \"Eventuelt\"]","case_types":"[\"Beslutningssag\"]","logo":null,"word_template":null,"word_template_name":""}');
INSERT INTO "change" VALUES(2,'meeting','01a20bd4-d482-7569-ba42-6d9d25f9dd85',NULL,'{"id":"01a20bd4-d482-7569-ba42-6d9d25f9dd85","council":"KKR Sjælland","date":"2024-06-19","index_title":"Indholdsfortegnelse - Bilag","state":"draft","time":"9.30","place":"Roskilde","archived":0}');
INSERT INTO "change" VALUES(2,'item','01a20bd4-d483-7639-a3c2-0d16007c8703',NULL,'{"id":"01a20bd4-d483-7639-a3c2-0d16007c8703","meeting_id":"01a20bd4-d482-7569-ba42-6d9d25f9dd85","parent_id":null,"order_key":"a0","title":"Fordeling af flygtninge 2025","case_type":"Beslutningssag","pinned_number":null,"case_number":"","caseworker":"","closed":1}');
INSERT INTO "change" VALUES(3,'attachment','01a20bd4-d4bd-77c5-a7d0-0d78955ddff1',NULL,'{"id":"01a20bd4-d4bd-77c5-a7d0-0d78955ddff1","item_id":"01a20bd4-d483-7639-a3c2-0d16007c8703","order_key":"a0","title":"Landstal 2025","file_name":"landstal.pdf","source":"d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51","pinned_number":null,"page_choice":"","closed":0,"language":"","alternate_texts":"{}","treatment":""}');
INSERT INTO "change" VALUES(3,'attachment','01a20bd4-d4bd-77c5-a7d0-0d795a7b4fcb',NULL,'{"id":"01a20bd4-d4bd-77c5-a7d0-0d795a7b4fcb","item_id":"01a20bd4-d483-7639-a3c2-0d16007c8703","order_key":"a1","title":"Notat","file_name":"notat.docx","source":"d8ca9fae88ef7c79be104f349ec1c82cce68dd827866ba56a85e6645851c99af","pinned_number":null,"page_choice":"","closed":0,"language":"","alternate_texts":"{}","treatment":"changes=shown"}');
INSERT INTO "change" VALUES(3,'item_text','01a20bd4-d483-7639-a3c2-0d16007c8703/decision',NULL,'{"id":"01a20bd4-d483-7639-a3c2-0d16007c8703/decision","item_id":"01a20bd4-d483-7639-a3c2-0d16007c8703","kind":"decision","html":"<p>Godkendt</p>"}');
INSERT INTO "change" VALUES(4,'item','01a20bd4-d483-7639-a3c2-0d16007c8703','{"id":"01a20bd4-d483-7639-a3c2-0d16007c8703","meeting_id":"01a20bd4-d482-7569-ba42-6d9d25f9dd85","parent_id":null,"order_key":"a0","title":"Fordeling af flygtninge 2025","case_type":"Beslutningssag","pinned_number":null,"case_number":"","caseworker":"","closed":1}','{"id":"01a20bd4-d483-7639-a3c2-0d16007c8703","meeting_id":"01a20bd4-d482-7569-ba42-6d9d25f9dd85","parent_id":null,"order_key":"a0","title":"Fordeling af flygtninge 2025","case_type":"Beslutningssag","pinned_number":"1","case_number":"","caseworker":"","closed":1}');
INSERT INTO "change" VALUES(4,'attachment','01a20bd4-d4bd-77c5-a7d0-0d78955ddff1','{"id":"01a20bd4-d4bd-77c5-a7d0-0d78955ddff1","item_id":"01a20bd4-d483-7639-a3c2-0d16007c8703","order_key":"a0","title":"Landstal 2025","file_name":"landstal.pdf","source":"d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51","pinned_number":null,"page_choice":"","closed":0,"language":"","alternate_texts":"{}","treatment":""}','{"id":"01a20bd4-d4bd-77c5-a7d0-0d78955ddff1","item_id":"01a20bd4-d483-7639-a3c2-0d16007c8703","order_key":"a0","title":"Landstal 2025","file_name":"landstal.pdf","source":"d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51","pinned_number":1,"page_choice":"","closed":0,"language":"","alternate_texts":"{}","treatment":""}');
INSERT INTO "change" VALUES(4,'attachment','01a20bd4-d4bd-77c5-a7d0-0d795a7b4fcb','{"id":"01a20bd4-d4bd-77c5-a7d0-0d795a7b4fcb","item_id":"01a20bd4-d483-7639-a3c2-0d16007c8703","order_key":"a1","title":"Notat","file_name":"notat.docx","source":"d8ca9fae88ef7c79be104f349ec1c82cce68dd827866ba56a85e6645851c99af","pinned_number":null,"page_choice":"","closed":0,"language":"","alternate_texts":"{}","treatment":"changes=shown"}','{"id":"01a20bd4-d4bd-77c5-a7d0-0d795a7b4fcb","item_id":"01a20bd4-d483-7639-a3c2-0d16007c8703","order_key":"a1","title":"Notat","file_name":"notat.docx","source":"d8ca9fae88ef7c79be104f349ec1c82cce68dd827866ba56a85e6645851c99af","pinned_number":2,"page_choice":"","closed":0,"language":"","alternate_texts":"{}","treatment":"changes=shown"}');
INSERT INTO "change" VALUES(4,'meeting','01a20bd4-d482-7569-ba42-6d9d25f9dd85','{"id":"01a20bd4-d482-7569-ba42-6d9d25f9dd85","council":"KKR Sjælland","date":"2024-06-19","index_title":"Indholdsfortegnelse - Bilag","state":"draft","time":"9.30","place":"Roskilde","archived":0}','{"id":"01a20bd4-d482-7569-ba42-6d9d25f9dd85","council":"KKR Sjælland","date":"2024-06-19","index_title":"Indholdsfortegnelse - Bilag","state":"issued","time":"9.30","place":"Roskilde","archived":0}');
INSERT INTO "change" VALUES(5,'attachment','01a20bd4-d4bd-77c5-a7d0-0d78955ddff1','{"id":"01a20bd4-d4bd-77c5-a7d0-0d78955ddff1","item_id":"01a20bd4-d483-7639-a3c2-0d16007c8703","order_key":"a0","title":"Landstal 2025","file_name":"landstal.pdf","source":"d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51","pinned_number":1,"page_choice":"","closed":0,"language":"","alternate_texts":"{}","treatment":""}','{"id":"01a20bd4-d4bd-77c5-a7d0-0d78955ddff1","item_id":"01a20bd4-d483-7639-a3c2-0d16007c8703","order_key":"a0","title":"Landstal for 2025","file_name":"landstal.pdf","source":"d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51","pinned_number":1,"page_choice":"","closed":0,"language":"","alternate_texts":"{}","treatment":""}');
INSERT INTO "meeting" VALUES('01a20bd4-d482-7569-ba42-6d9d25f9dd85','KKR Sjælland','2024-06-19','Indholdsfortegnelse - Bilag','issued','9.30','Roskilde',0);
INSERT INTO "item_text" VALUES('01a20bd4-d483-7639-a3c2-0d16007c8703/decision','01a20bd4-d483-7639-a3c2-0d16007c8703','decision','<p>Godkendt</p>');
INSERT INTO "council" VALUES('01a20bd4-d480-775a-9787-aa0f5b63feb5','KKR Sjælland','{"attachment_text": "Bilag {number}: {title}", "stamp_format": "Side {page} af {pages}", "stamp_place": "bottom-right", "stamp_size": 9.0, "stamp_margin": 20.0, "colour": "#1f4e79", "language": "da-DK", "collection_title": "Bilagssamling – {council}, {date}", "page_word": "side", "slip_text": "Bilaget kunne ikke medtages i samlingen. Kontakt sekretariatet for at få det."}','[["Mette Holm", "Roskilde", "A"]]','["Velkomst og godkendelse af dagsorden", "Godkendelse af referat", "Temaer og sager til drøftelse", "Udpegninger", "Siden sidst", "Punkter til næste møde", "Eventuelt"]','["Beslutningssag"]',NULL,NULL,'');
INSERT INTO "search_row" VALUES(1,'item','01a20bd4-d483-7639-a3c2-0d16007c8703','01a20bd4-d482-7569-ba42-6d9d25f9dd85','Fordeling af flygtninge 2025
Beslutningssag');
INSERT INTO "search_row" VALUES(2,'meeting','01a20bd4-d482-7569-ba42-6d9d25f9dd85','01a20bd4-d482-7569-ba42-6d9d25f9dd85','19. juni 2024
KKR Sjælland
Roskilde');
INSERT INTO "search_row" VALUES(4,'attachment','01a20bd4-d4bd-77c5-a7d0-0d795a7b4fcb','01a20bd4-d482-7569-ba42-6d9d25f9dd85','Notat
notat.docx');
INSERT INTO "search_row" VALUES(5,'item_text','01a20bd4-d483-7639-a3c2-0d16007c8703/decision','01a20bd4-d482-7569-ba42-6d9d25f9dd85','Godkendt');
INSERT INTO "search_row" VALUES(6,'attachment','01a20bd4-d4bd-77c5-a7d0-0d78955ddff1','01a20bd4-d482-7569-ba42-6d9d25f9dd85','Landstal for 2025
landstal.pdf');
INSERT INTO "search_pdf" VALUES(1,'d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51',1);
DELETE FROM search_row_gram_data;
INSERT INTO "search_row_gram_data" VALUES(1,X'0555');
INSERT INTO "search_row_gram_data" VALUES(10,X'000000000103030003010101020101030101');
INSERT INTO "search_row_gram_data" VALUES(137438953473,X'0000015905303032345F020302355F01010432303234020401350101045F31395F0202033230320101020361665F010203626573010203666C790103026F720102036A756E0202036B6B72020203726F73020204736AC3A6020104616E645F0201046265736C01010464656C69010104656C696E010203736C75010104666C79670102036F726401010467737361010203746E69010104696C64650202036E675F01040165010401730101046A756E69020204C3A66C6C0201046B696C640202036B725F0201046C616E6402020364655F020203696E670102036C616E02020375746E0102037967740101046E67655F0103027373010203696E670101046F726465010203736B690201047264656C0102036F736B0201047361675F0102046AC3A66C0202036B696C0202036C7574010203736167010104746E696E010104756E695F020203746E690101047967746E010105C3A66C6C6102040705070407070606060506060607070707070607060706070604040707070607060606060607050607060706070706060607070607');
INSERT INTO "search_row_gram_data" VALUES(274877906945,X'000000AC05303032355F030104323032350301045F323032030203646F63040203676F640502036C616E0302036E6F74040203706466030104616E6473030104646B656E0502036F6378040203737461030104656E6474050104676F646B0501046B656E640501046C616E640301046E647374030302745F0502036F74610401046F63785F040203646B650502037461740401047064665F0301047374616C03010474616C5F030302745F040407070706060606060707060607070707070506070606070707');
INSERT INTO "search_row_gram_data" VALUES(412316860417,X'0000007B05303032355F03000301043230323503000301045F3230320300030203666F720602036C616E03000302037064660300030104616E64730300030104647374610300030104666F725F0601046C616E6403000301046E64737403000301047064665F03000301047374616C030003010474616C5F0300030409090906080809090709090909');
DELETE FROM search_row_gram_idx;
INSERT INTO "search_row_gram_idx" VALUES(1,X'',2);
INSERT INTO "search_row_gram_idx" VALUES(2,X'',2);
INSERT INTO "search_row_gram_idx" VALUES(3,X'',2);
DELETE FROM search_row_gram_config;
INSERT INTO "search_row_gram_config" VALUES('version',4);
DELETE FROM search_page_gram_data;
INSERT INTO "search_page_gram_data" VALUES(1,X'010A');
INSERT INTO "search_page_gram_data" VALUES(10,X'000000000101010001010101');
INSERT INTO "search_page_gram_data" VALUES(137438953473,X'0000004905303032355F010104323032350101045F3230320102036C616E010104616E6473010104647374610101046C616E640101046E6473740101047374616C01010474616C5F0104070707060707070707');
DELETE FROM search_page_gram_idx;
INSERT INTO "search_page_gram_idx" VALUES(1,X'',2);
DELETE FROM search_page_gram_config;
INSERT INTO "search_page_gram_config" VALUES('version',4);
INSERT INTO "rendition" VALUES('d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51','ok','d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51',1,'pdf','[]','',3,'','{}');
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
CREATE TRIGGER journal_attachment_insert AFTER INSERT ON attachment BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'attachment', NEW.id, NULL, json_object('id', NEW.id, 'item_id', NEW.item_id, 'order_key', NEW.order_key, 'title', NEW.title, 'file_name', NEW.file_name, 'source', NEW.source, 'pinned_number', NEW.pinned_number, 'page_choice', NEW.page_choice, 'closed', NEW.closed, 'language', NEW.language, 'alternate_texts', NEW.alternate_texts, 'treatment', NEW.treatment) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_attachment_update AFTER UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'attachment', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'order_key', OLD.order_key, 'title', OLD.title, 'file_name', OLD.file_name, 'source', OLD.source, 'pinned_number', OLD.pinned_number, 'page_choice', OLD.page_choice, 'closed', OLD.closed, 'language', OLD.language, 'alternate_texts', OLD.alternate_texts, 'treatment', OLD.treatment), json_object('id', NEW.id, 'item_id', NEW.item_id, 'order_key', NEW.order_key, 'title', NEW.title, 'file_name', NEW.file_name, 'source', NEW.source, 'pinned_number', NEW.pinned_number, 'page_choice', NEW.page_choice, 'closed', NEW.closed, 'language', NEW.language, 'alternate_texts', NEW.alternate_texts, 'treatment', NEW.treatment) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_attachment_delete AFTER DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'attachment', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'order_key', OLD.order_key, 'title', OLD.title, 'file_name', OLD.file_name, 'source', OLD.source, 'pinned_number', OLD.pinned_number, 'page_choice', OLD.page_choice, 'closed', OLD.closed, 'language', OLD.language, 'alternate_texts', OLD.alternate_texts, 'treatment', OLD.treatment), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_text_insert AFTER INSERT ON item_text BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item_text', NEW.id, NULL, json_object('id', NEW.id, 'item_id', NEW.item_id, 'kind', NEW.kind, 'html', NEW.html) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_text_update AFTER UPDATE ON item_text BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item_text', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'kind', OLD.kind, 'html', OLD.html), json_object('id', NEW.id, 'item_id', NEW.item_id, 'kind', NEW.kind, 'html', NEW.html) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_text_delete AFTER DELETE ON item_text BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item_text', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'kind', OLD.kind, 'html', OLD.html), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_council_insert AFTER INSERT ON council BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'council', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'template', NEW.template, 'members', NEW.members, 'sections', NEW.sections, 'case_types', NEW.case_types, 'logo', NEW.logo, 'word_template', NEW.word_template, 'word_template_name', NEW.word_template_name) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_council_update AFTER UPDATE ON council BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'council', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'template', OLD.template, 'members', OLD.members, 'sections', OLD.sections, 'case_types', OLD.case_types, 'logo', OLD.logo, 'word_template', OLD.word_template, 'word_template_name', OLD.word_template_name), json_object('id', NEW.id, 'name', NEW.name, 'template', NEW.template, 'members', NEW.members, 'sections', NEW.sections, 'case_types', NEW.case_types, 'logo', NEW.logo, 'word_template', NEW.word_template, 'word_template_name', NEW.word_template_name) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_council_delete AFTER DELETE ON council BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'council', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'template', OLD.template, 'members', OLD.members, 'sections', OLD.sections, 'case_types', OLD.case_types, 'logo', OLD.logo, 'word_template', OLD.word_template, 'word_template_name', OLD.word_template_name), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
COMMIT;
