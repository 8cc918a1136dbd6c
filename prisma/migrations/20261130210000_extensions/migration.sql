-- A student's own, later due date for an assignment.

-- CreateTable
CREATE TABLE "extensions" (
    "assignment_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "extensions_pkey" PRIMARY KEY ("assignment_id","user_id")
);

-- CreateIndex
CREATE INDEX "extensions_user_id_idx" ON "extensions"("user_id");

-- AddForeignKey
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
