/** `代张明 审核`: words said in somebody's name. */
import type { Meta } from '../../kernel/command.ts'
import { listPrincipals } from '../../organization/delegation/queries.ts'
import type { Setting } from '../setting.ts'
import { afterWords, tidy } from '../words.ts'
import { whyNotInName } from './standing.ts'

const LEAD = /^(?:代表|代理|代)\s*/

/** What was said in whose name; a name that several have, to be asked about; or a sentence why it cannot be. */
export type Spoken =
  | { readonly meta: Meta; readonly text: string }
  | { readonly name: string; readonly text: string }
  | { readonly sentence: string }

/** The words without the name in front. What begins with no principal's name is said in the name of before. */
export async function spokenInName(setting: Setting, meta: Meta, text: string): Promise<Spoken> {
  const own = { meta, text }
  const words = tidy(text)
  if (meta.by !== meta.inNameOf || !LEAD.test(words)) return own
  const principals = await listPrincipals(setting.db, meta.by, meta.today)
  const said = words.replace(LEAD, '')
  const called = principals.flatMap((one) => {
    const rest = afterWords(said, one.name) ?? afterWords(said, one.id)
    return rest === undefined ? [] : [{ one, text: rest === '' ? '待办' : rest }]
  })
  const live = called.filter(({ one }) => one.live === 1)
  const [found, ...others] = live.length > 0 ? live : called.slice(0, 1)
  if (!found) return own
  if (others.length > 0) return { name: found.one.name, text: found.text }
  const named = { ...meta, inNameOf: found.one.id }
  const sentence = await whyNotInName(setting.db, named)
  return sentence === undefined ? { meta: named, text: found.text } : { sentence }
}
