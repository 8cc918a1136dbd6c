// Every bound on what one person may ask of the server, named.

export const LIMITS = {
  /** Submissions of one person that wait to be written down. */
  submissionsInLine: 100,
  /** Submissions of one person within a minute. */
  submissionsPerMinute: 20,
  /** Submissions of one person within a day. */
  submissionsPerDay: 600,
  /** Submissions that wait, of everybody: above it new ones are refused. */
  queuedSubmissions: 2000,
  /** Characters of a submitted or kept source. */
  sourceCharacters: 60_000,
  /** Bytes of a request that carries a source: each of its characters may be escaped. */
  requestBytes: 512 * 1024,
  /** New submissions from one network address within a minute: a whole school may share one, a thousand guests in one browser may not. */
  submissionsPerAddressPerMinute: 300,
  /** Failed or successful sign-ins to one name within a quarter of an hour. */
  signInsPerQuarterHour: 20,
  /** Sign-ins, whatever the names, from one network address within a quarter of an hour. */
  signInsPerAddressPerQuarterHour: 300,
  /** Login cards tried from one network address within a quarter of an hour. */
  cardsPerAddressPerQuarterHour: 300,
  /** Visitors from one network address within an hour whom the server starts to know because they did something. */
  guestsPerAddressPerHour: 2000,
  /** Accounts made from one network address within an hour. */
  signUpsPerAddressPerHour: 300,
  /** Classes that one person may try to join within ten minutes: codes can't be guessed. */
  joinsPerTenMinutes: 20,
  /** Accounts made on the whole site within a minute. */
  signUpsPerMinute: 120,
  /** Classrooms of one teacher. */
  classroomsPerTeacher: 100,
  /** Assignments of one classroom. */
  assignmentsPerClassroom: 200,
  /** Challenges of one assignment. */
  challengesPerAssignment: 60,
  /** People of one classroom. */
  membersPerClassroom: 1000,
  /** Student accounts that a teacher makes at a time. */
  accountsAtATime: 60,
  /** Days that a login card works. */
  cardDays: 60,
  /** Attempts that an export of one's data holds. */
  exportedAttempts: 20_000,
  /** Characters of what a person or a classroom is called. */
  nameCharacters: 40,
  titleCharacters: 80,
} as const
