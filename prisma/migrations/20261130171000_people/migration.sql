-- Accounts that can be left, sessions that can be ended, login cards, time zones; classrooms without boards, assignments with a last moment.

-- AlterEnum
ALTER TYPE "UserKind" ADD VALUE 'deleted';

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "card_hash" TEXT,
ADD COLUMN     "card_until" TIMESTAMPTZ(3),
ADD COLUMN     "made_in_id" TEXT,
ADD COLUMN     "session_epoch" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "time_zone" TEXT;

-- AlterTable
ALTER TABLE "classrooms" ADD COLUMN     "boards_off" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "assignments" ADD COLUMN     "late_until" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "users_card_hash_key" ON "users"("card_hash");

-- CreateIndex
CREATE INDEX "users_made_in_id_idx" ON "users"("made_in_id");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_made_in_id_fkey" FOREIGN KEY ("made_in_id") REFERENCES "classrooms"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Rule: a card has an end.
ALTER TABLE "users" ADD CONSTRAINT "users_card_whole" CHECK (("card_hash" IS NULL) = ("card_until" IS NULL));
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_dates_in_order" CHECK ("late_until" IS NULL OR ("due_at" IS NOT NULL AND "late_until" > "due_at"));

-- Rule: attempts are append-only. A queued one may become judged, once; a guest's may go to the member that the guest became; the words of somebody who
-- deleted their account may be wiped out, the numbers stay; nothing else, and nothing is deleted.
CREATE OR REPLACE FUNCTION "submissions_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'submissions are append-only: % cannot be deleted', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."source" = '' AND NEW."state" = 'judged' AND NEW."user_id" = OLD."user_id"
    AND NEW."message" IS NULL AND NEW."traceback" IS NULL AND NEW."stdout" IS NULL AND NEW."goals" = '[]'::jsonb
    AND (to_jsonb(NEW) - ARRAY['source', 'message', 'traceback', 'stdout', 'goals']) IS NOT DISTINCT FROM (to_jsonb(OLD) - ARRAY['source', 'message', 'traceback', 'stdout', 'goals'])
    AND EXISTS (SELECT 1 FROM "users" WHERE "id" = OLD."user_id" AND "kind"::text = 'deleted') THEN
    RETURN NEW;
  END IF;
  IF NEW."user_id" <> OLD."user_id" AND NOT EXISTS (
    SELECT 1 FROM "users" WHERE "id" = OLD."user_id" AND "merged_into_id" = NEW."user_id"
  ) THEN
    RAISE EXCEPTION 'submissions are append-only: % belongs to somebody', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD."state" = 'judged' AND (to_jsonb(NEW) - 'user_id') IS DISTINCT FROM (to_jsonb(OLD) - 'user_id') THEN
    RAISE EXCEPTION 'submissions are append-only: % is judged', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW."id", NEW."request_id", NEW."slug", NEW."challenge_version_id", NEW."python_version", NEW."source", NEW."seed", NEW."hints_taken", NEW."created_at")
    IS DISTINCT FROM
    (OLD."id", OLD."request_id", OLD."slug", OLD."challenge_version_id", OLD."python_version", OLD."source", OLD."seed", OLD."hints_taken", OLD."created_at") THEN
    RAISE EXCEPTION 'submissions are append-only: what % handed in never changes', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
