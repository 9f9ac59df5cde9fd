/** The demonstration university: reforms of every kind prepared, people to be replaced, a reading of the directory, records asked for. */
import type { Meta } from '../../../src/kernel/command.ts'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { execute } from '../../../src/kernel/execute.ts'
import { takeDirectoryCommand } from '../../../src/organization/directory/commands/read.ts'
import { markOf, type UnitsWorld, unitsWorld } from '../../organization/units/world.ts'
import { office } from '../rights/office.ts'
import { blobs, COMMANDS, VIEWS } from './program.ts'
import { everybodyIn, once, type Situations, situation } from './situation.ts'

const RIGHTS = {
  at: '2026-06-10T08:00:00.000Z',
  commands: COMMANDS,
  byRight: [
    ...[
      'office-units',
      'foreign-people',
      'foreign-roles',
      'foreign-teams',
      'office-directory',
      'late-reading',
      'foreign-note',
    ],
    ...['clock-only', 'office-checks-journal', 'office-exports-year', 'unasked-check', 'unasked-export'],
  ],
  byPhase: [],
} as const
const TODAY = '2026-06-10'
const NEW = { id: 'JX09', name: '健康学院', unitKind: 'teaching', leader: 'LD1' }

const REFORMS = {
  add: { kind: 'add', ...NEW },
  rename: { kind: 'rename', unit: 'JX02', name: '护理与健康学院' },
  merge: { kind: 'merge', units: ['JX01', 'JX02'], into: '+', ...NEW },
  split: { kind: 'split', unit: 'XZ01', lines: 'XZ11 教务一处\nXZ12 教务二处' },
  exempt: { kind: 'exempt', unit: 'XZ02', reason: '整体划转' },
  restore: { kind: 'restore', unit: 'FY01' },
  lead: { kind: 'lead', unit: 'JX02', leader: 'LD2' },
  kind: { kind: 'kind', unit: 'XZ02', unitKind: 'party' },
} as const
const SPLIT_ROLES = { 'C-XZ01|contact|XZ01': 'XZ11', 'H-XZ01|head|XZ01': 'XZ12' }
/** The cause that the outbox gives. */
const DIRECTORY_GIVEN = 'fetch:directory:1'
type Kind = keyof typeof REFORMS
const KINDS = Object.keys(REFORMS) as Kind[]

const world = once(async () => {
  const w = await unitsWorld()
  await w.reforms({ kind: 'exempt', unit: 'FY01', reason: '改制' })
  const reforms = new Map<Kind, number>()
  for (const kind of KINDS) reforms.set(kind, await w.prepares(REFORMS[kind]))
  const division = { roles: SPLIT_ROLES, otherPeople: 'XZ11' }
  await does(w, 'unit.assign', { reform: reforms.get('split') ?? 0, choices: division })
  await does(w, 'team.keep', { ...TEAM, name: '第八督查组' })
  await does(w, 'journal.check', {})
  await does(w, 'year.export', { year: 2026 })
  await does(w, 'directory.read', {})
  await takes(w)
  everybodyIn(w.db)
  return { w, reforms }
})
type Made = Awaited<ReturnType<typeof world>>

/** Nothing is asked for yet. */
const fresh = once(async () => {
  const w = await unitsWorld()
  everybodyIn(w.db)
  return { w, reforms: new Map<Kind, number>() }
})

const TEAM = { team: null, kind: 'inspection', units: [], convenor: 'T-JX01', from: '2026-06-11' }

async function does(w: UnitsWorld, type: string, payload: JsonObject): Promise<void> {
  const outcome = await w.do('OF1', type, payload)
  if (!outcome.ok) throw new Error(`${type}: ${JSON.stringify(outcome.refusal)}`)
}

/** As the outbox gives it. */
async function takes(w: UnitsWorld): Promise<void> {
  const meta: Meta = {
    ...{ by: 'OF1', inNameOf: 'OF1', causes: [DIRECTORY_GIVEN] },
    at: RIGHTS.at,
    today: TODAY,
  }
  const payload = { number: 1, sha256: await directory(w), size: 9 }
  const outcome = await execute(w.db, takeDirectoryCommand('office'), payload, meta)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
}

/** The directory is being read. */
const reading = once(async () => {
  const w = await unitsWorld()
  await does(w, 'directory.read', {})
  everybodyIn(w.db)
  return w
})

/** Somebody's account is in it, which nobody knew. */
function directory({ db }: UnitsWorld): Promise<string> {
  const [known] = db.raw("SELECT name FROM person WHERE id = 'T-JX01'") as { name: string }[]
  const person = {
    ...{
      openId: 'ou_new',
      name: known?.name ?? '',
      number: 'T-JX01',
      mobile: null,
      email: null,
      title: null,
    },
    ...{ departments: [], status: 'active' },
  }
  return blobs.put(
    new TextEncoder().encode(JSON.stringify({ whole: true, departments: [], people: [person] })),
  )
}

type Payload = (made: Made) => JsonObject | Promise<JsonObject>

const of =
  (name: string, payload: Payload, make: () => Promise<Made> = world) =>
  async () => {
    const made = await make()
    return situation(office, name, { ...RIGHTS, db: made.w.db }, null, await payload(made))
  }

/** As the office's preview has it in the phase of the cell. */
const confirming = (kind: Kind) => async () => {
  const { w, reforms } = await world()
  const reform = reforms.get(kind) ?? 0
  const payload = async (_: Meta): Promise<JsonObject> => ({
    reform,
    seen: await markOf(w.db, reform, TODAY),
  })
  return situation(office, kind, { ...RIGHTS, db: w.db }, null, payload)
}

const replacing = async ({ w }: Made): Promise<JsonObject> => {
  const view = VIEWS.find((one) => one.name === 'replacement')
  const viewer = { by: 'OF1', inNameOf: 'OF1', at: RIGHTS.at, today: TODAY } as const
  const card = JSON.stringify(await view?.render(w.db, { leaver: 'C-JX01', successor: 'T-JX01' }, viewer))
  const found = /\{"do":"person\.replace","with":(\{.*?\})\}/.exec(card)?.[1]
  if (found === undefined) throw new Error(`nothing to confirm: ${card}`)
  return JSON.parse(found) as JsonObject
}

const cellOf = ({ w }: Made, sql: string): string | number => {
  const [row] = w.db.raw(sql) as { value: string | number }[]
  return row?.value ?? ''
}
const versionOf = (made: Made): number =>
  Number(cellOf(made, "SELECT version AS value FROM subject WHERE id = 'organization:school'"))

const reformOf = ({ reforms }: Made, kind: Kind): number => reforms.get(kind) ?? 0

export const officeSituations: Situations = new Map([
  ['prepare', of('prepare', () => ({ wish: REFORMS.rename, document: '校发〔2026〕20号', on: TODAY }))],
  ['assign', of('assign', (made) => ({ reform: reformOf(made, 'merge'), choices: { otherPeople: 'JX09' } }))],
  ['drop', of('drop', (made) => ({ reform: reformOf(made, 'add') }))],
  ...KINDS.map((kind) => [kind, confirming(kind)] as const),
  ['preview replacing', of('preview replacing', () => ({ leaver: 'C-JX01', successor: 'T-JX01' }))],
  ['replace', of('replace', replacing)],
  ['leave', of('leave', () => ({ person: 'T-JX01', why: '退休' }), fresh)],
  ['give', of('give', () => ({ ...ROLE, person: 'T-JX01', from: '2026-06-11', to: null }))],
  ['end', of('end', () => ({ ...ROLE, person: 'C-JX01', to: '2026-06-30', successor: 'T-JX01' }))],
  ['tell end', of('tell end', () => ({ to: TODAY, what: 'day' }))],
  ['keep team', of('keep team', () => ({ ...TEAM, name: '第九督查组' }))],
  [
    'end team',
    of('end team', (made) => ({
      team: cellOf(made, "SELECT id AS value FROM team WHERE name = '第八督查组'"),
      sure: true,
    })),
  ],
  ['read directory', of('read directory', () => ({}), fresh)],
  [
    'take directory',
    async () => {
      const w = await reading()
      const payload = { number: 1, sha256: await directory(w), size: 9 }
      const common = { ...RIGHTS, db: w.db, fetched: DIRECTORY_GIVEN }
      return situation(office, 'take directory', common, null, payload, 'OF1')
    },
  ],
  ['apply directory', of('apply directory', (made) => ({ number: 1, seen: versionOf(made), join: true }))],
  ['drop directory', of('drop directory', () => ({ number: 1 }))],
  [
    'place department',
    of('place department', () => ({ department: 'od_1', name: '药学院', unit: '药学院' })),
  ],
  ['note directory', of('note directory', () => ({ what: 'joined', openId: 'ou_x', name: '某人' }))],
  ['tell directory', of('tell directory', () => ({}))],
  ['check journal', of('check journal', () => ({}), fresh)],
  ['walk journal', of('walk journal', () => ({}))],
  ['export year', of('export year', () => ({ year: 2026 }), fresh)],
  ['make export', of('make export', () => ({ year: 2026 }))],
])
const ROLE = { role: 'contact', scope: 'JX01' } as const
