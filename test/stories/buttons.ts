/** A button that stands in a chat must do something: none may be left on what is decided. */
import { chaptersFor } from '../../src/chapters.ts'
import { readAction } from '../../src/conversation/action.ts'
import { readForm, type TypedForm } from '../../src/conversation/reading/form.ts'
import { metaOf, viewerOf } from '../../src/conversation/setting.ts'
import type { Meta } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { memoryBlobs } from '../organization/world.ts'
import type { CardButton } from '../world/card.ts'
import type { Shown, World } from '../world/people.ts'

const chapters = chaptersFor({ blobs: memoryBlobs(), lookUp: async () => [] })
const COMMANDS = new Map(chapters.flatMap((one) => one.commands).map((one) => [one.type, one]))
const FORMS = new Map(chapters.flatMap((one) => one.forms).map((one) => [one.name, one]))

/** Every button in any chat that would only be refused, with the refusal's code: nobody's input could help it. */
export async function deadButtons(w: World): Promise<string[]> {
  const dead: string[] = []
  for (const { openId, name, employeeNo } of w.campus.chat.people()) {
    const meta = metaOf(employeeNo, [`would ${openId}`], w.clock.clock())
    for (const card of w
      .person(name)
      .messages()
      .filter((one) => !isOpenForm(one))) {
      for (const button of card.buttons) {
        const refusal = await wouldBeRefused(w, meta, button)
        if (refusal) dead.push(`${name}「${button.text}」on ${card.text.split('\n')[0]}: ${refusal}`)
      }
    }
  }
  return dead
}

/** A form that nobody sent keeps what was typed into it; when it is too late, its tap is answered with a sentence. */
const isOpenForm = (card: Shown): boolean => card.buttons.some((one) => one.text === '存草稿')

async function wouldBeRefused(w: World, meta: Meta, button: CardButton): Promise<string | undefined> {
  const action = readAction(button.value)
  if (action === undefined) return 'nothing in it'
  if ('do' in action) return refusalOf(w, meta, action.do, action.with)
  if ('submit' in action) return submitRefusal(w, meta, action.submit, action.with, button)
  if ('send' in action && action.send === 'form') return formRefusal(w, meta, action.with)
  if ('show' in action && action.show === 'form') return formRefusal(w, meta, action.with)
  return undefined
}

async function refusalOf(
  w: World,
  meta: Meta,
  type: string,
  payload: JsonObject,
): Promise<string | undefined> {
  const prepared = await COMMANDS.get(type)?.prepare(w.db, payload, meta)
  return prepared && 'refusal' in prepared ? prepared.refusal.code : undefined
}

/** Tapped without typing: what only says that something must be filled in is no dead button. */
async function submitRefusal(
  w: World,
  meta: Meta,
  name: string,
  params: JsonObject,
  { fields = [] }: CardButton,
): Promise<string | undefined> {
  const form = FORMS.get(name)
  const spec = await form?.spec(w.db, params, viewerOf(meta))
  if (!form || !spec) return 'no such form'
  if ('refusal' in spec) return spec.refusal.code
  const typed: TypedForm = Object.fromEntries(fields.map((field) => [field.name, field.initial]))
  const read = readForm(spec.fields, typed, meta.today)
  if ('faults' in read) return undefined
  const code = await refusalOf(w, meta, form.command, form.payload(read.values, params))
  return code !== undefined && FILLABLE.test(code) ? undefined : code
}

/** Refusals that another input would avoid. */
const FILLABLE = /^(empty|missing|faulty|incomplete|unchanged|unreasoned)-/

async function formRefusal(w: World, meta: Meta, asked: JsonObject): Promise<string | undefined> {
  const params = asked.params
  const form = typeof asked.form === 'string' ? FORMS.get(asked.form) : undefined
  if (!form) return 'no such form'
  const spec = await form.spec(w.db, params, viewerOf(meta))
  return 'refusal' in spec ? spec.refusal.code : undefined
}
