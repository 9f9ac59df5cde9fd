/** The conversation's own views that need little: sentences, ends, strangers, suggestions, drafts. */
import * as z from 'zod'
import { doneCard } from '../../../cards/done.ts'
import { draftsCard } from '../../../cards/drafts.ts'
import { nearestCard } from '../../../cards/nearest.ts'
import { noted } from '../../../cards/noted.ts'
import { saidMessage } from '../../../cards/said.ts'
import { strangerCard } from '../../../cards/stranger.ts'
import { principalOf } from '../../kernel/acting.ts'
import { type ViewDefinition, viewOf } from '../../kernel/view.ts'
import { findActor, listHolders } from '../../organization/queries.ts'
import { loadDialog } from '../dialog/load.ts'
import { answered, draftsOf } from '../dialog/state.ts'
import { offers } from '../for-role.ts'
import { jsonObject } from '../json-object.ts'
import { nearest } from '../nearest.ts'
import type { Registry } from '../registry.ts'
import { cut } from '../words.ts'

/** A card holds 200 elements. */
const MOST_DRAFTS_SHOWN = 10

export const saidView: ViewDefinition = viewOf({
  name: 'said',
  params: z.object({ text: z.string() }),
  render: async (_db, { text }) => saidMessage(text),
})

export const doneView: ViewDefinition = viewOf({
  name: 'done',
  params: z.object({ text: z.string() }),
  render: async (_db, { text }) => ({ kind: 'card', card: doneCard({ text, tone: 'green' }) }),
})

export const strangerView: ViewDefinition = viewOf({
  name: 'stranger',
  params: z.object({}),
  async render(db, _params, { today }) {
    const office = await listHolders(db, 'office', '', today)
    return { kind: 'card', card: strangerCard({ office: office.map(({ name }) => name) }) }
  },
})

/** `nearest`: what was heard, and the three commands that are most like it. */
export function nearestView(all: () => Registry): ViewDefinition {
  return viewOf({
    name: 'nearest',
    params: z.object({ text: z.string(), secret: z.boolean().default(false) }),
    async render(db, { text, secret }, viewer) {
      const actor = await findActor(db, viewer)
      const phrases = all()
        .chapters.flatMap((chapter) => chapter.intents)
        .filter((intent) => offers(actor, intent))
        .map(({ words }) => words[0])
      return { kind: 'card', card: nearestCard({ heard: text, suggestions: nearest(text, phrases), secret }) }
    },
  })
}

export const draftsView: ViewDefinition = viewOf({
  name: 'drafts',
  params: z.object({}),
  async render(db, _params, viewer) {
    const { dialog } = await loadDialog(db, viewer.by)
    const principal = principalOf(viewer)
    const drafts = draftsOf(dialog)
      .filter((draft) => principal === undefined || draft.for === principal)
      .slice(0, MOST_DRAFTS_SHOWN)
    return {
      kind: 'card',
      card: draftsCard(
        drafts.map((draft) => ({
          form: draft.form,
          params: draft.params,
          title: cut(draft.title, 60),
          answered: answered(draft),
          ...(draft.for !== undefined && { for: draft.for }),
        })),
      ),
    }
  },
})

/** `noted`: another view, with a sentence above it, and the latest draft offered beneath while there is one. */
export function notedView(all: () => Registry): ViewDefinition {
  const params = z.object({
    view: z.string(),
    with: jsonObject,
    text: z.string().default(''),
    offersDraft: z.boolean().default(false),
  })
  const inner = (name: string): ViewDefinition => {
    const view = all().view(name)
    if (!view) throw new Error(`no view ${name}`)
    return view
  }
  return {
    name: 'noted',
    about(raw) {
      const { view, with: own } = params.parse(raw)
      return inner(view).about(own)
    },
    async complete(db, raw, viewer) {
      const { view, with: own, ...rest } = params.parse(raw)
      const completed = await inner(view).complete(db, own, viewer)
      return { name: 'noted', params: { ...rest, view: completed.name, with: completed.params } }
    },
    async render(db, raw, viewer) {
      const { view, with: own, text, offersDraft } = params.parse(raw)
      const message = await inner(view).render(db, own, viewer)
      const [draft] = offersDraft ? draftsOf((await loadDialog(db, viewer.by)).dialog) : []
      return noted(message, {
        text,
        draft: draft && { title: cut(draft.title, 60), answered: answered(draft) },
      })
    },
  }
}
