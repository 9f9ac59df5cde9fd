/** The writer's steps. They are made by the person itself, never in anybody's name. */
import * as z from 'zod'
import { asOneself } from '../../../kernel/acting.ts'
import type { Command, Meta, Prepared } from '../../../kernel/command.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { getActor } from '../../../organization/queries.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import { ConflictError, type Database } from '../../../store/database.ts'
import { type Case, leadingGroup, loadCase } from '../case.ts'
import { peopleCalled } from '../named.ts'
import { handlersOf, tellLeaders, writersView } from '../notices.ts'
import { handleOf, type Paper } from '../paper.ts'
import { findByHandle } from '../queries/register.ts'
import { nextSequence, papersOf, petitionSecret } from '../queries.ts'
import { insertConcerned, insertRegister } from '../rows.ts'
import { readersOf } from '../rules/circle.ts'
import type { PetitionRefusal } from '../rules/refusals.ts'
import { addWords, barToWriting, writePetition } from '../rules/write.ts'
import { numberOf, petitionId, petitionSubject } from '../subject.ts'
import { takeStep } from './step.ts'
import { words } from './words.ts'

const refuse = (refusal: PetitionRefusal): Prepared => ({ refusal })

const written = z.object({
  text: words,
  concerned: z.string().max(200).default(''),
  unit: z.string().trim().max(60).default(''),
  hidden: z.boolean(),
  /** Which opened form it comes from: each makes one petition, however often it is sent. */
  opened: z.string().min(1).max(100),
})

/** `petition.write`: a number at once, and the leading group told. */
export const petitionWrite: Command = {
  type: 'petition.write',
  payload: written,
  async prepare(db, raw, meta) {
    const { text, concerned, unit, hidden, opened } = written.parse(raw)
    const [by, year, handle] = await Promise.all([
      getActor(db, asOneself(meta.by, meta.today)),
      findCurrentYear(db),
      handleOfOpened(db, meta, opened),
    ])
    if (await findByHandle(db, handle))
      return { refusal: { code: 'written-petition' }, show: writersView(handle) }
    const petitioners = year?.policy.execution.petitioners ?? 'everyone'
    const bar = barToWriting({ by, year: year ?? null, petitioners })
    if (bar || !year) return refuse(bar ?? { code: 'closed-petitions', phase: null })
    const named = await peopleCalled(db, concerned)
    if ('unknown' in named) return refuse({ code: 'unknown-concerned', position: named.unknown })
    const known = await blankCase(db, meta, { year: year.year, actor: by, concerned: named.people, handle })
    const { number, sequence } = known
    const readers = readersOf(known.circle).filter((one) => one !== meta.by)
    return takeStep(db, meta, {
      known,
      signer: 'writer',
      paper: { ...paperOf(text, named.names), ...(unit !== '' && { unit }) },
      decide: (stamp) =>
        writePetition(
          { ...stamp, number, year: year.year, sequence, hidden },
          { by, year, petitioners, readers },
        ),
      tell: ({ place }) => ({
        notices: tellLeaders(number, place, handlersOf(known)),
        also: [
          insertRegister({ handle, petition: number, person: meta.by, at: meta.at }),
          insertConcerned({ petition: number, people: JSON.stringify(named.people) }),
        ],
        done: { code: 'petition-written' },
        show: writersView(handle),
      }),
    })
  },
}

const paperOf = (text: string, concerned: readonly string[]): Paper => ({
  text,
  by: null,
  ...(concerned.length > 0 && { concerned }),
})

const handleOfOpened = async (db: Database, { by }: Meta, opened: string): Promise<string> =>
  handleOf(await petitionSecret(db), by, opened)

interface Blank {
  readonly year: number
  readonly actor: Case['circle']['actor']
  readonly concerned: readonly string[]
  readonly handle: string
}

/** The petition that is to be written, under the next number. @throws ConflictError where another took it meanwhile */
async function blankCase(db: Database, meta: Meta, { year, actor, concerned, handle }: Blank) {
  const [sequence, group] = await Promise.all([nextSequence(db, year), leadingGroup(db, meta.today)])
  const number = numberOf(year, sequence)
  const head = await foldSubject(db, petitionSubject, petitionId(number))
  if (head.version > 0) throw new ConflictError('the number was taken meanwhile')
  const circle = { actor, hand: meta.by, concerned, own: true, ...group }
  const writer = { person: meta.by, handle }
  return { number, sequence, head, circle, writer } satisfies Case & { sequence: number }
}

const added = z.object({ handle: z.string(), text: words, concerned: z.string().max(200).default('') })

/** `petition.add`: more words of the writer, as an answer or unasked. */
export const petitionAdd: Command = {
  type: 'petition.add',
  payload: added,
  async prepare(db, raw, meta) {
    const { handle, text, concerned } = added.parse(raw)
    const registered = await findByHandle(db, handle)
    if (registered?.person !== meta.by) return refuse({ code: 'foreign-petition' })
    const [named, year] = await Promise.all([peopleCalled(db, concerned), findCurrentYear(db)])
    if ('unknown' in named) return refuse({ code: 'unknown-concerned', position: named.unknown })
    const found = await loadCase(db, registered.petition, asOneself(meta.by, meta.today))
    if (await isLastPaper(db, found, text))
      return { refusal: { code: 'repeated-words' }, show: writersView(handle) }
    const all = [...new Set([...found.circle.concerned, ...named.people])]
    const known = { ...found, circle: { ...found.circle, concerned: all } }
    const readers = readersOf(known.circle).filter((one) => one !== meta.by)
    return takeStep(db, meta, {
      known,
      signer: 'writer',
      paper: paperOf(text, named.names),
      decide: (stamp) => addWords(known.head.state, stamp, { year: year ?? null, readers, isWriter: true }),
      tell: ({ place }) => ({
        notices: tellLeaders(known.number, place, handlersOf(known)),
        also: [insertConcerned({ petition: known.number, people: JSON.stringify(named.people) })],
        done: { code: 'petition-added' },
        show: writersView(handle),
      }),
    })
  },
}

/** A card that is sent twice says the same words twice. */
async function isLastPaper(db: Database, { number, head }: Case, text: string): Promise<boolean> {
  const last = (await papersOf(db, number, [head.version])).get(head.version)
  return last?.by === null && last.text === text
}
