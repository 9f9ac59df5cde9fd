/** The steps of a petition as they are read by the leading group, and by its writer. */
import type { ThreadStep } from '../../../../cards/petition-words.ts'
import type { View } from '../../../kernel/command.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { sayInstant } from '../../../kernel/time.ts'
import type { Database } from '../../../store/database.ts'
import type { Paper } from '../paper.ts'
import { lettersOf, papersOf } from '../queries.ts'
import type { PetitionStep, WrittenPetition } from '../rules/petition.ts'

/** Beside the first words and what is being typed, each of a thousand characters: a card holds 30 KB and 200 elements. */
const LETTERS_A_PAGE = 3000
const STEPS_A_PAGE = 12
/** The newest page. */
const LAST = Number.MAX_SAFE_INTEGER

type Reader = 'leaders' | 'writer'

interface PlacedStep {
  readonly place: number
  readonly step: PetitionStep
  readonly at: WrittenPetition['steps'][number]['at']
}

/** A page of what came after the first words, the last one without a wish, with these words. */
export async function loadThread(
  db: Database,
  petition: WrittenPetition,
  reader: Reader,
  { page, view }: { readonly page: number | undefined; readonly view: View },
) {
  const all = petition.steps.map((one, at) => ({ ...one, place: at + 1 })).slice(1)
  const shown = reader === 'leaders' ? all : all.filter(({ step }) => !INNER.includes(step))
  const pages = pagesOf(shown, await lettersOf(db, petition.number))
  const { items, turns } = pageOf(pages, 1, page ?? LAST, view)
  const placed = items.flat()
  const papers = await papersOf(db, petition.number, [1, ...placed.map(({ place }) => place)])
  const steps = placed.map((one): ThreadStep => {
    const paper = papers.get(one.place)
    const { head, text } = reader === 'leaders' ? forLeaders(petition, one, paper) : forWriter(one, paper)
    return { head: `${sayInstant(one.at)} ${head}`, text }
  })
  return { first: papers.get(1), steps, turns }
}

/** As many steps a page as their words leave room for. */
function pagesOf(steps: readonly PlacedStep[], letters: ReadonlyMap<number, number>): PlacedStep[][] {
  const pages: PlacedStep[][] = []
  let room = 0
  for (const one of steps) {
    const length = letters.get(one.place) ?? 0
    const page = pages.at(-1)
    if (page && page.length < STEPS_A_PAGE && length <= room) page.push(one)
    else pages.push([one])
    room = (pages.at(-1) === page ? room : LETTERS_A_PAGE) - length
  }
  return pages
}

/** What the leading group does within itself. */
const INNER: readonly PetitionStep[] = ['petition.entrusted', 'passing.proposed', 'passing.declined']

function forLeaders(
  petition: WrittenPetition,
  { step, place }: PlacedStep,
  paper: Paper | undefined,
): ThreadStep {
  const by = paper?.by?.name ?? ''
  const to = paper?.to?.name ?? ''
  const text = paper?.text ?? ''
  switch (step) {
    case 'petition.written':
    case 'petition.added':
      return { head: '来信人补充', text }
    case 'petition.asked':
      return { head: `${by}请来信人补充`, text }
    case 'petition.answered':
      return { head: `${by}答复来信人`, text }
    case 'petition.entrusted':
      return { head: `${by}交由${paper?.member ?? ''}办理`, text: '' }
    case 'passing.proposed':
      return { head: `${by}提议转给${to}`, text: petition.proposal === place ? '' : text }
    case 'passing.declined':
      return { head: `${by}没有同意转办`, text: '' }
    case 'petition.passed':
      return wasProposed(petition, place)
        ? { head: `${by}同意转给${to}`, text: '' }
        : { head: `${by}转给${to}`, text }
    case 'passing.reported':
      return { head: `${by}回复领导小组`, text }
    case 'petition.closed':
      return { head: `${by}办结`, text: '' }
  }
}

function wasProposed({ steps }: WrittenPetition, place: number): boolean {
  const before = steps.slice(0, place - 1).map(({ step }) => step)
  return before.findLast((step) => PASSING.includes(step)) === 'passing.proposed'
}

const PASSING: readonly PetitionStep[] = ['passing.proposed', 'passing.declined', 'petition.passed']

function forWriter({ step }: PlacedStep, paper: Paper | undefined): ThreadStep {
  const text = paper?.text ?? ''
  switch (step) {
    case 'petition.written':
    case 'petition.added':
      return { head: '您补充', text }
    case 'petition.asked':
      return { head: '领导小组请您补充', text }
    case 'petition.answered':
      return { head: '领导小组答复', text }
    case 'petition.passed':
      return { head: `领导小组转给${paper?.to?.name ?? ''}办理`, text: '' }
    case 'passing.reported':
      return { head: '承办方已回复领导小组', text: '' }
    case 'petition.closed':
      return { head: '领导小组办结', text: '' }
    case 'petition.entrusted':
    case 'passing.proposed':
    case 'passing.declined':
      return { head: '领导小组正在研究', text: '' }
  }
}
