/** The table as it stands in the README, between its markers. */
import type { Phase } from '../../src/store/schema/policy.ts'
import { CHAPTERS } from './chapters.ts'
import { ALL, type Chapter, type Deed, type Kind, OPEN, type Who } from './deed.ts'
import { ANYONE } from './rights/together.ts'

/** Named together where all of them are there. */
const TOGETHER: readonly (readonly [readonly Kind[], string])[] = [
  [['working-convenor', 'working-member'], 'working group'],
  [['inspection-convenor', 'inspection-member'], 'inspection team'],
  [['assessment-convenor', 'assessment-member'], 'assessment group'],
  [['chair', 'leading-member'], 'leading group'],
]

const NAMES: { readonly [kind in Kind]: string } = {
  contact: 'contact',
  head: 'head',
  leader: 'leader in charge',
  chair: 'chair',
  'leading-member': 'members of the leading group',
  office: 'office',
  'working-convenor': "working group's convenor",
  'working-member': "working group's members",
  'inspection-convenor': "inspection team's convenor",
  'inspection-member': "inspection team's members",
  'assessment-convenor': "assessment group's convenor",
  'assessment-member': "assessment group's members",
  'lead-unit': 'lead unit',
  member: 'staff',
  nobody: 'everyone',
  author: 'whose it is',
  stranger: 'strangers',
  clock: 'the clock',
  outbox: 'the outbox',
  platform: 'Feishu',
}

function sayWho(who: readonly Who[]): string {
  if (ANYONE.every((one) => who.includes(one))) return 'everyone'
  const kinds = who.map((one) => one.replace('any ', '') as Kind)
  const named = TOGETHER.filter(([all]) => all.every((kind) => kinds.includes(kind)))
  const grouped = named.flatMap(([all]) => all)
  const first = named.map(([all, name]) => [kinds.indexOf(all[0] ?? 'nobody'), name] as const)
  const alone = kinds.flatMap((kind, at) => (grouped.includes(kind) ? [] : [[at, NAMES[kind]] as const]))
  return [...first, ...alone]
    .toSorted(([left], [right]) => left - right)
    .map(([, name]) => name)
    .join(', ')
}

const PHASES: { readonly [phase in Phase]: string } = {
  setting: 'goal setting',
  execution: 'execution',
  assessment: 'assessment',
  results: 'results',
  closed: 'closed',
}

function sayPhases(phases: readonly Phase[]): string {
  if (ALL.every((phase) => phases.includes(phase))) return 'any'
  if (OPEN.every((phase) => phases.includes(phase))) return 'any but closed'
  return phases.map((phase) => PHASES[phase]).join(', ')
}

const DELEGATES = { yes: 'yes', no: 'no', inside: 'within the leading group', oneself: 'as oneself' } as const
const BARS = { both: 'never', delegate: 'no delegate', nobody: '–' } as const

/** All that the table says of a deed but its name. */
function sayRights({ who, phases, delegate, bars, personal, unbarred = [] }: Deed): string {
  const given = personal ? `yes, but ${personal.map((kind) => NAMES[kind]).join(', ')}` : DELEGATES[delegate]
  const spared = unbarred.map((kind) => NAMES[kind]).join(', ')
  const own = spared === '' ? BARS[bars] : `${BARS[bars]}; ${spared}: ${BARS.delegate}`
  return `${sayWho(who)} | ${sayPhases(phases)} | ${given} | ${own}`
}

/** Deeds with the same rights share a row. */
function sayChapter({ title, deeds }: Chapter): string[] {
  const rows = new Map<string, string[]>()
  for (const deed of Object.values(deeds)) {
    const rights = sayRights(deed)
    rows.set(rights, [...(rows.get(rights) ?? []), deed.words])
  }
  return [
    `| **${title}** | | | | |`,
    ...[...rows].map(([rights, words]) => `| ${words.join('; ')} | ${rights} |`),
  ]
}

const HEAD = ['what', 'who', 'phases', 'by a delegate', 'on the own unit'] as const

export const tableText = (): string =>
  [`| ${HEAD.join(' | ')} |`, `|${'---|'.repeat(HEAD.length)}`, ...CHAPTERS.flatMap(sayChapter)].join('\n')
