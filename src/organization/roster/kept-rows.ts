/** The cells of a roster that was read, kept as a blob with the accounts found for its people. */
import type { Blobs } from '../../store/blobs.ts'
import type { LookUp, OrganizationDeps } from '../deps.ts'
import { contactsToFind, type Found } from './accounts.ts'
import type { RosterPerson } from './roster.ts'
import type { RosterSheets } from './sheets.ts'

/** Feishu's directory takes so many at once (protocol 4.7). */
const AT_ONCE = 50

interface KeptRows {
  readonly sheets: RosterSheets
  readonly found: Found
  /** False where the platform's directory could not be asked. */
  readonly asked: boolean
}

/** Looks up those without an open id, and keeps all as one blob; answers its SHA-256. */
export async function keepRows(
  deps: OrganizationDeps,
  sheets: RosterSheets,
  people: readonly RosterPerson[],
): Promise<string> {
  const kept: KeptRows = { sheets, ...(await findAccounts(deps.lookUp, people)) }
  return deps.blobs.put(new TextEncoder().encode(JSON.stringify(kept)))
}

/** @throws when the blob is gone */
export async function loadRows(blobs: Blobs, sha256: string): Promise<KeptRows> {
  const bytes = await blobs.get(sha256)
  if (!bytes) throw new Error(`the rows of a roster are gone: ${sha256}`)
  // Written by keepRows.
  return JSON.parse(new TextDecoder().decode(bytes)) as KeptRows
}

/** A directory that does not answer stops no import: the preview says so, and the file can be sent again. */
async function findAccounts(
  lookUp: LookUp,
  people: readonly RosterPerson[],
): Promise<Pick<KeptRows, 'found' | 'asked'>> {
  const { mobiles, emails } = contactsToFind(people)
  const found: { [contact: string]: string } = {}
  try {
    for (let i = 0; i < Math.max(mobiles.length, emails.length); i += AT_ONCE) {
      const some = { mobiles: mobiles.slice(i, i + AT_ONCE), emails: emails.slice(i, i + AT_ONCE) }
      for (const { by, openId } of await lookUp(some)) found[by] = openId
    }
    return { found, asked: true }
  } catch {
    return { found, asked: false }
  }
}
