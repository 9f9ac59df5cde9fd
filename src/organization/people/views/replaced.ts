/** View `replaced`: what passed from one person to another, for both, for the office and for those whom it touches. */
import * as z from 'zod'
import { doneCard } from '../../../../cards/done.ts'
import type { Button, Message } from '../../../../cards/kit.ts'
import { replacedCard } from '../../../../cards/replaced.ts'
import { sayInstant } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../queries.ts'
import type { Actor } from '../../rules/actor.ts'
import { listPersonNames } from '../queries/names.ts'
import { findReplacement, type ReplacementRow } from '../queries/replacements.ts'
import type { Moved } from '../rows.ts'
import { keepsPeople } from '../rules/replace.ts'

const instead = (text: string): Message => ({ kind: 'card', card: doneCard({ text, tone: 'muted' }) })

export const replacedView = viewOf({
  name: 'replaced',
  params: z.object({ number: z.int() }),
  async render(db, { number }, viewer): Promise<Message> {
    const [row, actor] = await Promise.all([findReplacement(db, number), getActor(db, viewer)])
    if (!row) return instead('没有找到这次移交。')
    if (!maySee(actor, row)) return instead('这次移交只有本人、有关单位和小组负责人、办公室可以查看。')
    const names = await listPersonNames(db, [row.leaver, row.successor])
    const [leaver, successor] = [
      names.get(row.leaver) ?? row.leaver,
      names.get(row.successor) ?? row.successor,
    ]
    const moved = JSON.parse(row.moved) as Moved
    const full = keepsPeople(actor) || [row.leaver, row.successor].includes(actor.id)
    return {
      kind: 'card',
      card: replacedCard({
        ...{ leaver, successor, leaves: row.leaves === 1, roles: moved.roles },
        works: moved.works.map(({ what, items }) => ({
          what,
          count: items.length,
          items: full ? items : [],
        })),
        delegations: moved.delegations,
        kept: full ? (JSON.parse(row.kept) as string[]) : [],
        by: `${row.by_name}，${sayInstant(row.at)}确认`,
        hint: hintFor(actor, row, { leaver, successor }),
        buttons: buttonsFor(actor, row),
      }),
    }
  },
})

const HEADS = ['head', 'working-convenor', 'inspection-convenor', 'assessment-convenor']

const maySee = (actor: Actor, { leaver, successor }: ReplacementRow): boolean =>
  keepsPeople(actor) ||
  [leaver, successor].includes(actor.id) ||
  actor.roles.some(({ role }) => HEADS.includes(role))

function hintFor(
  actor: Actor,
  row: ReplacementRow,
  { leaver, successor }: { readonly leaver: string; readonly successor: string },
): string {
  const { id } = actor
  if (id === row.successor) return '下列工作从今天起由您办理，等您办的事都在「待办」里。'
  if (id === row.leaver) return `下列工作已由${successor}接手，您不再有权办理。`
  if (keepsPeople(actor)) return ''
  return `${leaver}的下列工作今后由${successor}办理，请直接联系${successor}。`
}

function buttonsFor(actor: Actor, row: ReplacementRow): Button[] {
  if (actor.id === row.successor) {
    return [{ text: '我的待办', style: 'primary', action: { send: 'todo', with: {} } }]
  }
  return keepsPeople(actor)
    ? [
        { text: '接手人', action: { show: 'person', with: { person: row.successor } } },
        { text: '移交人', action: { show: 'person', with: { person: row.leaver } } },
      ]
    : []
}
