/** The running of the program, for the office: its state, its backups, and what is wrong with it. */
import * as z from 'zod'
import { backupMadeCard } from '../../cards/backup-made.ts'
import { type Card, line } from '../../cards/kit.ts'
import { systemStatusCard } from '../../cards/system-status.ts'
import type { Chapter } from '../kernel/chapter.ts'
import type { Command } from '../kernel/command.ts'
import { type Todo, type Viewer, viewOf, type Wording } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'
import type { Database } from '../store/database.ts'
import type { Host } from './host.ts'
import { statusOf, takeReadings } from './readings.ts'
import { wishForBackup } from './rows.ts'
import { findingsOf } from './rules/findings.ts'
import { sayFinding } from './say-finding.ts'
import { loadStatus } from './status.ts'

type Refusal = { readonly code: 'office-only-backup' } | { readonly code: 'no-own-backup' }
type Done = { readonly code: 'backup-asked' }

const STATUS = { name: 'system-status', params: {} } as const

const wording = {
  'office-only-backup': () => '只有办公室可以备份。如需备份，请联系领导小组办公室。',
  'no-own-backup': () => '数据库由 Cloudflare D1 保管，平台自动留存 30 天内的全部变化，不需要另做备份。',
  'backup-asked': () => '正在备份，完成后会发消息告诉您。',
} satisfies Wording<Refusal | Done>

/** `backup.make`: a backup as soon as it is committed, by a job. Decides nothing, so it leaves no journal. */
const make = (host: Host): Command => ({
  type: 'backup.make',
  payload: z.object({}),
  async prepare(db, _payload, meta) {
    if (!holds(await getActor(db, meta), 'office'))
      return { refusal: { code: 'office-only-backup' } satisfies Refusal }
    if (!host.disk) return { refusal: { code: 'no-own-backup' } satisfies Refusal }
    return {
      change: {
        subjects: [],
        notices: [],
        also: [wishForBackup(meta.by, meta.at)],
        answer: { done: { code: 'backup-asked' } satisfies Done, show: STATUS },
      },
    }
  },
})

const isOffice = async (db: Database, viewer: Viewer): Promise<boolean> =>
  holds(await getActor(db, viewer), 'office')

const NOT_YOURS: Card = {
  title: '系统状态',
  summary: '系统状态只供领导小组办公室查看',
  elements: [line('系统状态只供领导小组办公室查看。发送「帮助」可以看到您能办的事。')],
}

/** One line for all that is wrong: what to do stands on the card. */
async function todoOf(db: Database, viewer: Viewer, host: Host): Promise<readonly Todo[]> {
  if (!(await isOffice(db, viewer))) return []
  const facts = statusOf(await takeReadings(db, host, viewer.at), host)
  const said = findingsOf(facts, viewer.at).map((finding) => sayFinding(finding).word)
  if (said.length === 0) return []
  const action = { show: STATUS.name, with: STATUS.params }
  return [{ text: `系统状态：${said.join('、')}`, since: null, button: '系统状态', action }]
}

export const operation = (host: Host): Chapter => ({
  name: 'operation',
  commands: [make(host)],
  views: [
    viewOf({
      name: STATUS.name,
      params: z.object({}),
      async render(db, _params, viewer) {
        const card = (await isOffice(db, viewer))
          ? systemStatusCard(await loadStatus(db, host, viewer.at))
          : NOT_YOURS
        return { kind: 'card', card }
      },
    }),
    viewOf({
      name: 'backup-made',
      params: z.object({
        fault: z.string().exactOptional(),
        made: z
          .object({
            name: z.string(),
            bytes: z.number(),
            entries: z.number(),
            files: z.number(),
            newFiles: z.number(),
          })
          .exactOptional(),
      }),
      async render(_db, { made, fault = '' }) {
        return { kind: 'card', card: backupMadeCard(made ?? { fault }) }
      },
    }),
  ],
  forms: [],
  intents: [
    {
      words: ['系统状态', '运行状态', '系统情况'],
      only: 'office',
      help: '查看消息、时钟、备份是否正常',
      opens: (rest) => (rest === '' ? { show: STATUS.name, with: {} } : undefined),
    },
    {
      words: ['备份', '立即备份', '备份数据'],
      only: 'office',
      help: '马上备份一次',
      opens: (rest) => (rest === '' ? { do: 'backup.make', with: {} } : undefined),
    },
  ],
  todo: (db, viewer) => todoOf(db, viewer, host),
  wording,
})
