PRAGMA application_id = 1263227460;
PRAGMA user_version = 5;
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
, "page_choice" TEXT NOT NULL DEFAULT '', "closed" INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE "rendition" (
   "source" TEXT PRIMARY KEY NOT NULL,
   "status" TEXT NOT NULL,
   "pdf" TEXT,
   "page_count" INTEGER NOT NULL,
   "kind" TEXT NOT NULL,
   "warnings" TEXT NOT NULL
) STRICT;
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
   "annotations" TEXT NOT NULL,
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
INSERT INTO "_sqlite_migrations" VALUES(1,'kkr-desk','meetings_and_journal','2026-11-24 01:48:02.323822+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'kkr-desk','meeting_details','2026-11-24 01:48:02.343221+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'kkr-desk','backups_and_erasure','2026-11-24 01:48:02.344118+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'kkr-desk','search','2026-11-24 01:48:02.346046+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'kkr-desk','word_templates','2026-11-24 01:48:02.351659+00:00');
INSERT INTO "item" VALUES('01a20b3d-15e9-776a-bcce-47d1281f56fe','01a20b3d-15e8-77bb-9065-7999dddf584e',NULL,'a0','Velkomst og godkendelse af dagsorden',NULL,NULL,'','',0);
INSERT INTO "item" VALUES('01a20b3d-15ea-774e-a4dd-34ce92cf84e1','01a20b3d-15e8-77bb-9065-7999dddf584e',NULL,'a1','Godkendelse af referat',NULL,NULL,'','',0);
INSERT INTO "item" VALUES('01a20b3d-15ea-774e-a4dd-34cfd8ad391d','01a20b3d-15e8-77bb-9065-7999dddf584e',NULL,'a2','Temaer og sager til drøftelse',NULL,NULL,'','',0);
INSERT INTO "item" VALUES('01a20b3d-15ea-774e-a4dd-34d0910cdd43','01a20b3d-15e8-77bb-9065-7999dddf584e',NULL,'a3','Udpegninger',NULL,NULL,'','',0);
INSERT INTO "item" VALUES('01a20b3d-15f2-76e8-b752-07f99c7b838e','01a20b3d-15e8-77bb-9065-7999dddf584e',NULL,'a4','Siden sidst',NULL,NULL,'','',0);
INSERT INTO "item" VALUES('01a20b3d-15f3-7692-8d48-f7b033374006','01a20b3d-15e8-77bb-9065-7999dddf584e',NULL,'a5','Punkter til næste møde',NULL,NULL,'','',0);
INSERT INTO "item" VALUES('01a20b3d-15f3-7692-8d48-f7b1cdc1479f','01a20b3d-15e8-77bb-9065-7999dddf584e',NULL,'a6','Eventuelt',NULL,NULL,'','',0);
INSERT INTO "item" VALUES('01a20b3d-15f3-7692-8d48-f7b28491ee67','01a20b3d-15e8-77bb-9065-7999dddf584e',NULL,'a7','Fordeling af flygtninge 2025','Beslutningssag',NULL,'','',0);
INSERT INTO "content" VALUES('d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51',13,'2026-11-24T01:48:02.399+00:00');
INSERT INTO "content" VALUES('d8ca9fae88ef7c79be104f349ec1c82cce68dd827866ba56a85e6645851c99af',8,'2026-11-24T01:48:02.401+00:00');
INSERT INTO "attachment" VALUES('01a20b3d-1617-7348-9430-f395e85eb570','01a20b3d-15f3-7692-8d48-f7b28491ee67','a0','Landstal for 2025','landstal.pdf','d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51',NULL,'',0);
INSERT INTO "attachment" VALUES('01a20b3d-1617-7348-9430-f396f0aa9955','01a20b3d-15f3-7692-8d48-f7b28491ee67','a1','Notat','notat.docx','d8ca9fae88ef7c79be104f349ec1c82cce68dd827866ba56a85e6645851c99af',NULL,'',0);
INSERT INTO "rendition" VALUES('d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51','ok','d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51',1,'pdf','[["pdf-layers", []]]');
INSERT INTO "rendition" VALUES('d8ca9fae88ef7c79be104f349ec1c82cce68dd827866ba56a85e6645851c99af','unsupported',NULL,0,'docx','[["file-word", [["kind", "docx"]]]]');
INSERT INTO "page" VALUES('d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51',1,595.3,841.9,0,'Landstal 2025',8,X'0000000000000000',X'0101010101010101',0,'dddddddddddddddddddddddddddddddd','');
INSERT INTO "operation" VALUES(1,'2026-11-24T01:48:02.419+00:00','abk','Nyt møde','do',NULL,NULL,NULL,0,0);
INSERT INTO "operation" VALUES(2,'2026-11-24T01:48:02.456+00:00','abk','Vedhæft','do',NULL,NULL,NULL,0,0);
INSERT INTO "operation" VALUES(3,'2026-11-24T01:48:02.575+00:00','abk','Omdøb bilag','do',NULL,NULL,NULL,0,0);
INSERT INTO "change" VALUES(1,'meeting','01a20b3d-15e8-77bb-9065-7999dddf584e',NULL,'{"id":"01a20b3d-15e8-77bb-9065-7999dddf584e","council":"KKR Sjælland","date":"2024-06-19","index_title":"Indholdsfortegnelse - Bilag","state":"draft","time":"9.30","place":"Roskilde","archived":0}');
INSERT INTO "change" VALUES(1,'item','01a20b3d-15e9-776a-bcce-47d1281f56fe',NULL,'{"id":"01a20b3d-15e9-776a-bcce-47d1281f56fe","meeting_id":"01a20b3d-15e8-77bb-9065-7999dddf584e","parent_id":null,"order_key":"a0","title":"Velkomst og godkendelse af dagsorden","case_type":null,"pinned_number":null,"case_number":"","caseworker":"","closed":0}');
INSERT INTO "change" VALUES(1,'item','01a20b3d-15ea-774e-a4dd-34ce92cf84e1',NULL,'{"id":"01a20b3d-15ea-774e-a4dd-34ce92cf84e1","meeting_id":"01a20b3d-15e8-77bb-9065-7999dddf584e","parent_id":null,"order_key":"a1","title":"Godkendelse af referat","case_type":null,"pinned_number":null,"case_number":"","caseworker":"","closed":0}');
INSERT INTO "change" VALUES(1,'item','01a20b3d-15ea-774e-a4dd-34cfd8ad391d',NULL,'{"id":"01a20b3d-15ea-774e-a4dd-34cfd8ad391d","meeting_id":"01a20b3d-15e8-77bb-9065-7999dddf584e","parent_id":null,"order_key":"a2","title":"Temaer og sager til drøftelse","case_type":null,"pinned_number":null,"case_number":"","caseworker":"","closed":0}');
INSERT INTO "change" VALUES(1,'item','01a20b3d-15ea-774e-a4dd-34d0910cdd43',NULL,'{"id":"01a20b3d-15ea-774e-a4dd-34d0910cdd43","meeting_id":"01a20b3d-15e8-77bb-9065-7999dddf584e","parent_id":null,"order_key":"a3","title":"Udpegninger","case_type":null,"pinned_number":null,"case_number":"","caseworker":"","closed":0}');
INSERT INTO "change" VALUES(1,'item','01a20b3d-15f2-76e8-b752-07f99c7b838e',NULL,'{"id":"01a20b3d-15f2-76e8-b752-07f99c7b838e","meeting_id":"01a20b3d-15e8-77bb-9065-7999dddf584e","parent_id":null,"order_key":"a4","title":"Siden sidst","case_type":null,"pinned_number":null,"case_number":"","caseworker":"","closed":0}');
INSERT INTO "change" VALUES(1,'item','01a20b3d-15f3-7692-8d48-f7b033374006',NULL,'{"id":"01a20b3d-15f3-7692-8d48-f7b033374006","meeting_id":"01a20b3d-15e8-77bb-9065-7999dddf584e","parent_id":null,"order_key":"a5","title":"Punkter til næste møde","case_type":null,"pinned_number":null,"case_number":"","caseworker":"","closed":0}');
INSERT INTO "change" VALUES(1,'item','01a20b3d-15f3-7692-8d48-f7b1cdc1479f',NULL,'{"id":"01a20b3d-15f3-7692-8d48-f7b1cdc1479f","meeting_id":"01a20b3d-15e8-77bb-9065-7999dddf584e","parent_id":null,"order_key":"a6","title":"Eventuelt","case_type":null,"pinned_number":null,"case_number":"","caseworker":"","closed":0}');
INSERT INTO "change" VALUES(1,'item','01a20b3d-15f3-7692-8d48-f7b28491ee67',NULL,'{"id":"01a20b3d-15f3-7692-8d48-f7b28491ee67","meeting_id":"01a20b3d-15e8-77bb-9065-7999dddf584e","parent_id":null,"order_key":"a7","title":"Fordeling af flygtninge 2025","case_type":"Beslutningssag","pinned_number":null,"case_number":"","caseworker":"","closed":0}');
INSERT INTO "change" VALUES(2,'attachment','01a20b3d-1617-7348-9430-f395e85eb570',NULL,'{"id":"01a20b3d-1617-7348-9430-f395e85eb570","item_id":"01a20b3d-15f3-7692-8d48-f7b28491ee67","order_key":"a0","title":"Landstal 2025","file_name":"landstal.pdf","source":"d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51","pinned_number":null,"page_choice":"","closed":0}');
INSERT INTO "change" VALUES(2,'attachment','01a20b3d-1617-7348-9430-f396f0aa9955',NULL,'{"id":"01a20b3d-1617-7348-9430-f396f0aa9955","item_id":"01a20b3d-15f3-7692-8d48-f7b28491ee67","order_key":"a1","title":"Notat","file_name":"notat.docx","source":"d8ca9fae88ef7c79be104f349ec1c82cce68dd827866ba56a85e6645851c99af","pinned_number":null,"page_choice":"","closed":0}');
INSERT INTO "change" VALUES(2,'item_text','01a20b3d-15f3-7692-8d48-f7b28491ee67/background',NULL,'{"id":"01a20b3d-15f3-7692-8d48-f7b28491ee67/background","item_id":"01a20b3d-15f3-7692-8d48-f7b28491ee67","kind":"background","html":"<p>Landstal</p>"}');
INSERT INTO "change" VALUES(3,'attachment','01a20b3d-1617-7348-9430-f395e85eb570','{"id":"01a20b3d-1617-7348-9430-f395e85eb570","item_id":"01a20b3d-15f3-7692-8d48-f7b28491ee67","order_key":"a0","title":"Landstal 2025","file_name":"landstal.pdf","source":"d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51","pinned_number":null,"page_choice":"","closed":0}','{"id":"01a20b3d-1617-7348-9430-f395e85eb570","item_id":"01a20b3d-15f3-7692-8d48-f7b28491ee67","order_key":"a0","title":"Landstal for 2025","file_name":"landstal.pdf","source":"d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51","pinned_number":null,"page_choice":"","closed":0}');
INSERT INTO "meeting" VALUES('01a20b3d-15e8-77bb-9065-7999dddf584e','KKR Sjælland','2024-06-19','Indholdsfortegnelse - Bilag','draft','9.30','Roskilde',0);
INSERT INTO "item_text" VALUES('01a20b3d-15f3-7692-8d48-f7b28491ee67/background','01a20b3d-15f3-7692-8d48-f7b28491ee67','background','<p>Landstal</p>');
INSERT INTO "search_row" VALUES(1,'item','01a20b3d-15e9-776a-bcce-47d1281f56fe','01a20b3d-15e8-77bb-9065-7999dddf584e','Velkomst og godkendelse af dagsorden');
INSERT INTO "search_row" VALUES(2,'item','01a20b3d-15ea-774e-a4dd-34ce92cf84e1','01a20b3d-15e8-77bb-9065-7999dddf584e','Godkendelse af referat');
INSERT INTO "search_row" VALUES(3,'item','01a20b3d-15ea-774e-a4dd-34cfd8ad391d','01a20b3d-15e8-77bb-9065-7999dddf584e','Temaer og sager til drøftelse');
INSERT INTO "search_row" VALUES(4,'item','01a20b3d-15ea-774e-a4dd-34d0910cdd43','01a20b3d-15e8-77bb-9065-7999dddf584e','Udpegninger');
INSERT INTO "search_row" VALUES(5,'item','01a20b3d-15f2-76e8-b752-07f99c7b838e','01a20b3d-15e8-77bb-9065-7999dddf584e','Siden sidst');
INSERT INTO "search_row" VALUES(6,'item','01a20b3d-15f3-7692-8d48-f7b033374006','01a20b3d-15e8-77bb-9065-7999dddf584e','Punkter til næste møde');
INSERT INTO "search_row" VALUES(7,'item','01a20b3d-15f3-7692-8d48-f7b1cdc1479f','01a20b3d-15e8-77bb-9065-7999dddf584e','Eventuelt');
INSERT INTO "search_row" VALUES(8,'item','01a20b3d-15f3-7692-8d48-f7b28491ee67','01a20b3d-15e8-77bb-9065-7999dddf584e','Fordeling af flygtninge 2025
Beslutningssag');
INSERT INTO "search_row" VALUES(9,'meeting','01a20b3d-15e8-77bb-9065-7999dddf584e','01a20b3d-15e8-77bb-9065-7999dddf584e','19. juni 2024
KKR Sjælland
Roskilde');
INSERT INTO "search_row" VALUES(11,'attachment','01a20b3d-1617-7348-9430-f396f0aa9955','01a20b3d-15e8-77bb-9065-7999dddf584e','Notat
notat.docx');
INSERT INTO "search_row" VALUES(12,'item_text','01a20b3d-15f3-7692-8d48-f7b28491ee67/background','01a20b3d-15e8-77bb-9065-7999dddf584e','Landstal');
INSERT INTO "search_row" VALUES(13,'attachment','01a20b3d-1617-7348-9430-f395e85eb570','01a20b3d-15e8-77bb-9065-7999dddf584e','Landstal for 2025
landstal.pdf');
INSERT INTO "search_pdf" VALUES(1,'d9b88ea51ac289debec5112bfa575ca6498fc263a1787f0035b0988fc2aa9f51',1);
DELETE FROM search_row_gram_data;
INSERT INTO "search_row_gram_data" VALUES(1,X'0C813E');
INSERT INTO "search_row_gram_data" VALUES(10,X'000000000103030003010101020101030101');
INSERT INTO "search_row_gram_data" VALUES(137438953473,X'0000034B05303032345F090302355F08010432303234090401350801045F31395F0902033230320801020361665F010106020362657308020364616701030372C3B8030203657665070203666C790803026F72080203676F64010102036A756E0902036B6B720902046DC3B8640602046EC3A6730602036F675F0102020370756E0602037265660203026F7309020373616703030269640503036AC3A609020374656D030302696C0303020375647004020376656C0101046165725F030203676572030302736F0102036E645F0901046265736C08010464616773010203656C6908040173010103026E5F010402036B656E0101020370656704020472C3B86603020373745F05010465666572020203676E690402036C696E0803026B6F01030273650101010302745F0702036D61650302036E6465010103027475070203726174020203736C7508020376656E070104666572610202036C79670802036F726408020374656C0301046765725F030102036E696E0402036F646B01010203736F720103027361080203746E690801046964656E05030273740502036C64650902036E675F0804016504040401730801046A756E69090204C3A66C6C0901046B656E6401010203696C640902036B725F0902036F6D730102037465720601046C616E6409020364655F090203696E670802036B6F6D0102036C616E09020373655F010101020375746E0802037967740801046D61657203020373745F010204C3B864650601046E64656C0101020367655F080401720403027373080203696E67040402036B7465060203747565070204C3A673740601046F646B65010102036D737401020372646501070203736B690901047065676E040203756E6B0601047261745F02020364656C0804016E0102036566650202036F736B090204C3B866740301047361675F08040165030203696465050401730502046AC3A66C0902036B696C0902036C75740802036F726401020373616708020374655F06010474656C730303026D61030302725F060203696C5F030302036E696E08020375656C07010475647065040203656C740702036E695F0903026B74060203746E6908010476656C6B0103026E740701047967746E080105C3A66C6C61090303737465060204B864655F0603036674650304070507040707080606060606050706060707070606050605060606060607060506070706050607060706070606050705060705060606070606060806070605060705060605040707080606060607060606060806060706070806040507060607080607060706070604060607070406040706060606060705050706060706060506070507080607');
INSERT INTO "search_row_gram_data" VALUES(274877906945,X'0000008705303032355F0A0104323032350A01045F3230320A0203646F630B02036C616E0A0202036E6F740B02037064660A0104616E64730A020104646F63780B02037374610A0201046C616E640A0201046E6473740A0202036F74610B01046F63785F0B02037461740B01047064665F0A01047374616C0A02010474616C5F0A020302745F0B04070707060706060807070808060706070808');
INSERT INTO "search_row_gram_data" VALUES(412316860417,X'0000007B05303032355F0A00030104323032350A000301045F3230320A00030203666F720D02036C616E0A000302037064660A00030104616E64730A00030104647374610A00030104666F725F0D01046C616E640A000301046E6473740A000301047064665F0A000301047374616C0A0003010474616C5F0A00030409090906080809090709090909');
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
CREATE TRIGGER journal_attachment_insert AFTER INSERT ON attachment BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'attachment', NEW.id, NULL, json_object('id', NEW.id, 'item_id', NEW.item_id, 'order_key', NEW.order_key, 'title', NEW.title, 'file_name', NEW.file_name, 'source', NEW.source, 'pinned_number', NEW.pinned_number, 'page_choice', NEW.page_choice, 'closed', NEW.closed) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_attachment_update AFTER UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'attachment', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'order_key', OLD.order_key, 'title', OLD.title, 'file_name', OLD.file_name, 'source', OLD.source, 'pinned_number', OLD.pinned_number, 'page_choice', OLD.page_choice, 'closed', OLD.closed), json_object('id', NEW.id, 'item_id', NEW.item_id, 'order_key', NEW.order_key, 'title', NEW.title, 'file_name', NEW.file_name, 'source', NEW.source, 'pinned_number', NEW.pinned_number, 'page_choice', NEW.page_choice, 'closed', NEW.closed) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_attachment_delete AFTER DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'attachment', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'order_key', OLD.order_key, 'title', OLD.title, 'file_name', OLD.file_name, 'source', OLD.source, 'pinned_number', OLD.pinned_number, 'page_choice', OLD.page_choice, 'closed', OLD.closed), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_text_insert AFTER INSERT ON item_text BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item_text', NEW.id, NULL, json_object('id', NEW.id, 'item_id', NEW.item_id, 'kind', NEW.kind, 'html', NEW.html) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_text_update AFTER UPDATE ON item_text BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item_text', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'kind', OLD.kind, 'html', OLD.html), json_object('id', NEW.id, 'item_id', NEW.item_id, 'kind', NEW.kind, 'html', NEW.html) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_text_delete AFTER DELETE ON item_text BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item_text', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'kind', OLD.kind, 'html', OLD.html), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_council_insert AFTER INSERT ON council BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'council', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'template', NEW.template, 'members', NEW.members, 'sections', NEW.sections, 'case_types', NEW.case_types, 'logo', NEW.logo, 'word_template', NEW.word_template, 'word_template_name', NEW.word_template_name) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_council_update AFTER UPDATE ON council BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'council', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'template', OLD.template, 'members', OLD.members, 'sections', OLD.sections, 'case_types', OLD.case_types, 'logo', OLD.logo, 'word_template', OLD.word_template, 'word_template_name', OLD.word_template_name), json_object('id', NEW.id, 'name', NEW.name, 'template', NEW.template, 'members', NEW.members, 'sections', NEW.sections, 'case_types', NEW.case_types, 'logo', NEW.logo, 'word_template', NEW.word_template, 'word_template_name', NEW.word_template_name) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_council_delete AFTER DELETE ON council BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'council', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'template', OLD.template, 'members', OLD.members, 'sections', OLD.sections, 'case_types', OLD.case_types, 'logo', OLD.logo, 'word_template', OLD.word_template, 'word_template_name', OLD.word_template_name), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
COMMIT;
