import type { FoundPerson } from '../../port.ts'
import type { Api } from './api.ts'

/** At most 50 of each a call (protocol 4.7). */
const BATCH = 50

/** Looks people up by mobile or e-mail; those whom the app cannot see are left out. Throws `PlatformError`. */
export async function findPeople(
  api: Api,
  by: { readonly mobiles: readonly string[]; readonly emails: readonly string[] },
): Promise<readonly FoundPerson[]> {
  const calls = Math.ceil(Math.max(by.mobiles.length, by.emails.length) / BATCH)
  const found: FoundPerson[] = []
  for (let call = 0; call < calls; call++) {
    const part = [call * BATCH, (call + 1) * BATCH] as const
    found.push(...(await lookUp(api, by.mobiles.slice(...part), by.emails.slice(...part))))
  }
  return found
}

function lookUp(api: Api, mobiles: string[], emails: string[]): Promise<readonly FoundPerson[]> {
  return api.withClient('find people', async (client) => {
    const answer = await client.contact.user.batchGetId({
      params: { user_id_type: 'open_id' },
      data: { mobiles, emails, include_resigned: false },
    })
    return (answer.data?.user_list ?? []).flatMap((user) => {
      const asked = user.mobile || user.email
      return user.user_id && asked ? [{ openId: user.user_id, by: asked }] : []
    })
  })
}
