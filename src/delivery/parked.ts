/** Messages that could not be delivered: told to the office, and sent again on its word. */
import * as z from 'zod'
import { parkedCard } from '../../cards/parked.ts'
import type { Chapter } from '../kernel/chapter.ts'
import type { Command, Notice } from '../kernel/command.ts'
import { type Instant, localDateOf } from '../kernel/time.ts'
import { viewOf, type Wording } from '../kernel/view.ts'
import { getActor, listHolders } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'
import type { Database } from '../store/database.ts'
import { listParked, retryParked } from '../store/outbox-parked.ts'
import type { OutboxTable } from '../store/schema/kernel.ts'

const VIEW = 'parked-messages'
const FETCH_FAILED =
  '您发来的文件没能取回，没有保存。请重新发送一次，超过 30 MB 的请先压缩或拆分。如仍不行，请联系领导小组办公室。'

/** Whether the row is the office's card of what is parked. */
export const isOfficesOwn = (row: OutboxTable): boolean => row.view === VIEW

/** One card a day for each member of the office, and a word to whoever sent a file that could not be fetched. */
export async function parkedNotices(db: Database, row: OutboxTable, now: Instant): Promise<Notice[]> {
  if (isOfficesOwn(row)) return []
  if (row.kind === 'fetch')
    return [
      {
        to: row.person,
        view: { name: 'said', params: { text: FETCH_FAILED } },
        about: null,
        // Twenty files that fail together are told of once.
        key: `lost:${row.person}:${now.slice(0, 13)}`,
      },
    ]
  const today = localDateOf(now)
  const office = await listHolders(db, 'office', '', today)
  return office.map(({ id }) => ({
    to: id,
    view: { name: VIEW, params: {} },
    about: null,
    key: `parked:${today}:${id}`,
  }))
}

const WHY: { readonly [fault: string]: string } = {
  'recipient-gone': '收件人不在应用可用范围内，或账号已停用',
  refused: '平台拒收这条消息',
  unreachable: '长时间连不上平台',
  credentials: '应用凭证或权限有误',
}

/** From `kind: detail` as it was parked. A detail in Chinese is our own and says it best; the platform's is kept to its code. */
function sayWhy(error: string): string {
  const [kind = '', detail = ''] = error.split(': ')
  if (/[\u4e00-\u9fff]/.test(detail)) return detail
  const code = /code (\d+)/.exec(detail)?.[1]
  const why = WHY[kind] ?? error
  return code === undefined ? why : `${why}（代码 ${code}）`
}

type ParkedRefusal = { readonly code: 'office-only-retry' }
type ParkedDone = { readonly code: 'retrying-messages' }

/** `outbox.retry`: the office sends everything that is parked once more. Decides nothing, so it leaves no journal. */
const retry: Command = {
  type: 'outbox.retry',
  payload: z.object({}),
  async prepare(db, _payload, meta) {
    if (!holds(await getActor(db, meta), 'office'))
      return { refusal: { code: 'office-only-retry' } satisfies ParkedRefusal }
    return {
      change: {
        subjects: [],
        notices: [],
        also: [retryParked(meta.at)],
        answer: {
          done: { code: 'retrying-messages' } satisfies ParkedDone,
          show: { name: VIEW, params: {} },
        },
      },
    }
  },
}

const wording = {
  'office-only-retry': () => '只有办公室可以重发消息。如需重发，请联系领导小组办公室。',
  'retrying-messages': () => '正在重新发送，结果稍后可再查看。',
} satisfies Wording<ParkedRefusal | ParkedDone>

export const delivery: Chapter = {
  name: 'delivery',
  commands: [retry],
  views: [
    viewOf({
      name: VIEW,
      params: z.object({}),
      async render(db, _params, viewer) {
        const actor = await getActor(db, viewer)
        const rows = holds(actor, 'office') ? await listParked(db) : []
        return {
          kind: 'card',
          card: parkedCard(
            rows.map((row) => ({ to: row.name ?? '未知人员', why: sayWhy(row.error), at: row.created_at })),
          ),
        }
      },
    }),
  ],
  forms: [],
  intents: [
    {
      words: ['未送达', '消息未送达'],
      only: 'office',
      help: '查看没有送达的消息',
      opens: (rest) => (rest === '' ? { show: VIEW, with: {} } : undefined),
    },
  ],
  todo: async () => [],
  wording,
}
