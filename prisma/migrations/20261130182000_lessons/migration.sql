-- The lesson of each unit, as the repository brings it.
CREATE TABLE "lessons" (
    "unit" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "markdown" TEXT NOT NULL,

    CONSTRAINT "lessons_pkey" PRIMARY KEY ("unit")
);
