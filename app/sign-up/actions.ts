'use server'
// Makes an account.
import { z } from 'zod'
import { signUp } from '#lib/server/accounts.ts'
import { requestAddress } from '#lib/server/session.ts'
import { refuse, type Result } from '#lib/std/result.ts'

const accountSchema = z.object({ name: z.string().max(200), password: z.string().max(2_000), contactEmail: z.string().max(320).optional() })

export type AccountInput = z.infer<typeof accountSchema>

/** The refusal's reason says which field it is about. */
export async function createAccount(input: AccountInput): Promise<Result<{ userId: string }>> {
  const parsed = accountSchema.safeParse(input)
  if (!parsed.success) return refuse('bad-request', 'Please fill in a name and a password.')
  const { contactEmail, ...account } = parsed.data
  const address = await requestAddress()
  return signUp(contactEmail === undefined || contactEmail === '' ? { ...account, address } : { ...account, contactEmail, address })
}
