PRAGMA application_id = 1263227460;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'kkr-desk','meetings_and_journal','2026-11-23 21:24:36.616487+00:00');
CREATE TABLE "attachment" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "item_id" TEXT NOT NULL REFERENCES "item"("id") ON DELETE CASCADE,
   "order_key" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "file_name" TEXT NOT NULL,
   "source" TEXT NOT NULL REFERENCES "content"("sha256"),
   "pinned_number" INTEGER
) STRICT;
INSERT INTO "attachment" VALUES('01a20a4b-e8ae-7727-9568-aea73ba27b0f','01a20a4b-e8ae-7727-9568-aea69ec2da12','a0','Landstal 2025','landstal.pdf','bfff1a79ac503dd93db6a5626e0917e6fa8b8bed1b43fc75f72370496f46beda',1);
CREATE TABLE "change" (
   "operation_id" INTEGER REFERENCES "operation"("id"),
   "table_name" TEXT,
   "row_id" TEXT,
   "before" TEXT,
   "after" TEXT,
   PRIMARY KEY ("operation_id", "table_name", "row_id")
) STRICT;
INSERT INTO "change" VALUES(1,'meeting','01a20a4b-e89c-74d9-a69a-73b29ff72349',NULL,'{"id":"01a20a4b-e89c-74d9-a69a-73b29ff72349","council":"KKR Sjælland","date":"2024-06-19","index_title":"Indholdsfortegnelse - Bilag","issued":1}');
INSERT INTO "change" VALUES(2,'item','01a20a4b-e8ad-774c-b1ec-b87f9fa4ade3',NULL,'{"id":"01a20a4b-e8ad-774c-b1ec-b87f9fa4ade3","meeting_id":"01a20a4b-e89c-74d9-a69a-73b29ff72349","parent_id":null,"order_key":"a0","title":"Temaer og sager til drøftelse","case_type":null,"pinned_number":"2"}');
INSERT INTO "change" VALUES(2,'item','01a20a4b-e8ae-7727-9568-aea69ec2da12',NULL,'{"id":"01a20a4b-e8ae-7727-9568-aea69ec2da12","meeting_id":"01a20a4b-e89c-74d9-a69a-73b29ff72349","parent_id":"01a20a4b-e8ad-774c-b1ec-b87f9fa4ade3","order_key":"a0","title":"Fordeling af flygtninge 2025","case_type":"Beslutningssag","pinned_number":"2.1"}');
INSERT INTO "change" VALUES(2,'attachment','01a20a4b-e8ae-7727-9568-aea73ba27b0f',NULL,'{"id":"01a20a4b-e8ae-7727-9568-aea73ba27b0f","item_id":"01a20a4b-e8ae-7727-9568-aea69ec2da12","order_key":"a0","title":"Landstal 2025","file_name":"landstal.pdf","source":"bfff1a79ac503dd93db6a5626e0917e6fa8b8bed1b43fc75f72370496f46beda","pinned_number":1}');
INSERT INTO "change" VALUES(3,'meeting','01a20a4b-e8b2-756c-9562-82b6db0795d4',NULL,'{"id":"01a20a4b-e8b2-756c-9562-82b6db0795d4","council":"KKR Fyn","date":"2024-09-04","index_title":"Indholdsfortegnelse - Bilag","issued":0}');
INSERT INTO "change" VALUES(4,'item','01a20a4b-e8ae-7727-9568-aea69ec2da12','{"id":"01a20a4b-e8ae-7727-9568-aea69ec2da12","meeting_id":"01a20a4b-e89c-74d9-a69a-73b29ff72349","parent_id":"01a20a4b-e8ad-774c-b1ec-b87f9fa4ade3","order_key":"a0","title":"Fordeling af flygtninge 2025","case_type":"Beslutningssag","pinned_number":"2.1"}','{"id":"01a20a4b-e8ae-7727-9568-aea69ec2da12","meeting_id":"01a20a4b-e89c-74d9-a69a-73b29ff72349","parent_id":"01a20a4b-e8ad-774c-b1ec-b87f9fa4ade3","order_key":"a0","title":"Fordeling af flygtninge i 2025","case_type":"Beslutningssag","pinned_number":"2.1"}');
INSERT INTO "change" VALUES(5,'item','01a20a4b-e8ae-7727-9568-aea69ec2da12','{"id":"01a20a4b-e8ae-7727-9568-aea69ec2da12","meeting_id":"01a20a4b-e89c-74d9-a69a-73b29ff72349","parent_id":"01a20a4b-e8ad-774c-b1ec-b87f9fa4ade3","order_key":"a0","title":"Fordeling af flygtninge i 2025","case_type":"Beslutningssag","pinned_number":"2.1"}','{"id":"01a20a4b-e8ae-7727-9568-aea69ec2da12","meeting_id":"01a20a4b-e89c-74d9-a69a-73b29ff72349","parent_id":"01a20a4b-e8ad-774c-b1ec-b87f9fa4ade3","order_key":"a0","title":"Fordeling af flygtninge 2025","case_type":"Beslutningssag","pinned_number":"2.1"}');
CREATE TABLE "content" (
   "sha256" TEXT PRIMARY KEY NOT NULL,
   "size" INTEGER NOT NULL,
   "added" TEXT NOT NULL
) STRICT;
INSERT INTO "content" VALUES('bfff1a79ac503dd93db6a5626e0917e6fa8b8bed1b43fc75f72370496f46beda',17,'2026-11-23T21:24:36.651+00:00');
CREATE TABLE "item" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "meeting_id" TEXT NOT NULL REFERENCES "meeting"("id") ON DELETE CASCADE,
   "parent_id" TEXT REFERENCES "item"("id") ON DELETE CASCADE,
   "order_key" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "case_type" TEXT,
   "pinned_number" TEXT
) STRICT;
INSERT INTO "item" VALUES('01a20a4b-e8ad-774c-b1ec-b87f9fa4ade3','01a20a4b-e89c-74d9-a69a-73b29ff72349',NULL,'a0','Temaer og sager til drøftelse',NULL,'2');
INSERT INTO "item" VALUES('01a20a4b-e8ae-7727-9568-aea69ec2da12','01a20a4b-e89c-74d9-a69a-73b29ff72349','01a20a4b-e8ad-774c-b1ec-b87f9fa4ade3','a0','Fordeling af flygtninge 2025','Beslutningssag','2.1');
CREATE TABLE "meeting" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "council" TEXT NOT NULL,
   "date" TEXT NOT NULL,
   "index_title" TEXT NOT NULL,
   "issued" INTEGER NOT NULL
) STRICT;
INSERT INTO "meeting" VALUES('01a20a4b-e89c-74d9-a69a-73b29ff72349','KKR Sjælland','2024-06-19','Indholdsfortegnelse - Bilag',1);
INSERT INTO "meeting" VALUES('01a20a4b-e8b2-756c-9562-82b6db0795d4','KKR Fyn','2024-09-04','Indholdsfortegnelse - Bilag',0);
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
INSERT INTO "operation" VALUES(1,'2026-11-23T21:24:36.637+00:00','abk','Nyt møde','do',NULL,NULL,NULL,0,0);
INSERT INTO "operation" VALUES(2,'2026-11-23T21:24:36.657+00:00','abk','Nye punkter','do',NULL,NULL,NULL,0,0);
INSERT INTO "operation" VALUES(3,'2026-11-23T21:24:36.658+00:00','abk','Nyt møde','do',NULL,NULL,NULL,0,0);
INSERT INTO "operation" VALUES(4,'2026-11-23T21:24:36.663+00:00','abk','Omdøb punkt','do',NULL,NULL,5,0,0);
INSERT INTO "operation" VALUES(5,'2026-11-23T21:24:36.678+00:00','abk','Omdøb punkt','undo',4,NULL,NULL,0,0);
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
CREATE TABLE "rendition" (
   "source" TEXT PRIMARY KEY NOT NULL,
   "status" TEXT NOT NULL,
   "pdf" TEXT,
   "page_count" INTEGER NOT NULL,
   "kind" TEXT NOT NULL,
   "warnings" TEXT NOT NULL
) STRICT;
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
CREATE TRIGGER journal_meeting_insert AFTER INSERT ON meeting BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'meeting', NEW.id, NULL, json_object('id', NEW.id, 'council', NEW.council, 'date', NEW.date, 'index_title', NEW.index_title, 'issued', NEW.issued) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_meeting_update AFTER UPDATE ON meeting BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'meeting', OLD.id, json_object('id', OLD.id, 'council', OLD.council, 'date', OLD.date, 'index_title', OLD.index_title, 'issued', OLD.issued), json_object('id', NEW.id, 'council', NEW.council, 'date', NEW.date, 'index_title', NEW.index_title, 'issued', NEW.issued) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_meeting_delete AFTER DELETE ON meeting BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'meeting', OLD.id, json_object('id', OLD.id, 'council', OLD.council, 'date', OLD.date, 'index_title', OLD.index_title, 'issued', OLD.issued), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_insert AFTER INSERT ON item BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item', NEW.id, NULL, json_object('id', NEW.id, 'meeting_id', NEW.meeting_id, 'parent_id', NEW.parent_id, 'order_key', NEW.order_key, 'title', NEW.title, 'case_type', NEW.case_type, 'pinned_number', NEW.pinned_number) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_update AFTER UPDATE ON item BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item', OLD.id, json_object('id', OLD.id, 'meeting_id', OLD.meeting_id, 'parent_id', OLD.parent_id, 'order_key', OLD.order_key, 'title', OLD.title, 'case_type', OLD.case_type, 'pinned_number', OLD.pinned_number), json_object('id', NEW.id, 'meeting_id', NEW.meeting_id, 'parent_id', NEW.parent_id, 'order_key', NEW.order_key, 'title', NEW.title, 'case_type', NEW.case_type, 'pinned_number', NEW.pinned_number) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_item_delete AFTER DELETE ON item BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'item', OLD.id, json_object('id', OLD.id, 'meeting_id', OLD.meeting_id, 'parent_id', OLD.parent_id, 'order_key', OLD.order_key, 'title', OLD.title, 'case_type', OLD.case_type, 'pinned_number', OLD.pinned_number), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_attachment_insert AFTER INSERT ON attachment BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'attachment', NEW.id, NULL, json_object('id', NEW.id, 'item_id', NEW.item_id, 'order_key', NEW.order_key, 'title', NEW.title, 'file_name', NEW.file_name, 'source', NEW.source, 'pinned_number', NEW.pinned_number) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_attachment_update AFTER UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'attachment', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'order_key', OLD.order_key, 'title', OLD.title, 'file_name', OLD.file_name, 'source', OLD.source, 'pinned_number', OLD.pinned_number), json_object('id', NEW.id, 'item_id', NEW.item_id, 'order_key', NEW.order_key, 'title', NEW.title, 'file_name', NEW.file_name, 'source', NEW.source, 'pinned_number', NEW.pinned_number) FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
CREATE TRIGGER journal_attachment_delete AFTER DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 FROM operation WHERE open = 1); INSERT INTO change (operation_id, table_name, row_id, before, after) SELECT id, 'attachment', OLD.id, json_object('id', OLD.id, 'item_id', OLD.item_id, 'order_key', OLD.order_key, 'title', OLD.title, 'file_name', OLD.file_name, 'source', OLD.source, 'pinned_number', OLD.pinned_number), NULL FROM operation WHERE open = 1 ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END;
COMMIT;
