/** The conversation's own views of forms: the whole card, one question, the answers before they are sent. */
import * as z from 'zod'
import { checkAnswersCard } from '../../../cards/check-answers.ts'
import { doneCard } from '../../../cards/done.ts'
import { formCard } from '../../../cards/form.ts'
import type { Field, FormSpec, Message } from '../../../cards/kit.ts'
import { noted } from '../../../cards/noted.ts'
import { questionCard } from '../../../cards/question.ts'
import { principalOf } from '../../kernel/acting.ts'
import type { JsonObject } from '../../kernel/decision.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { sentenceOf } from '../../wording.ts'
import { loadDialog } from '../dialog/load.ts'
import { findDraft, openingOf } from '../dialog/state.ts'
import { plain } from '../dialog/steps.ts'
import { fillField } from '../fill-form.ts'
import { jsonObject } from '../json-object.ts'
import { sayAnswer } from '../reading/answer.ts'
import { readDate } from '../reading/date.ts'
import type { Typed } from '../reading/field.ts'
import type { Registry } from '../registry.ts'

const typed = z.union([z.string(), z.array(z.string())])
const typedForm = z.record(z.string(), typed)

const ended = (text: string): Message => ({ kind: 'card', card: doneCard({ text, tone: 'muted' }) })

/** The form's fields for the viewer, or the card that says why there are none. */
async function specFor(
  all: () => Registry,
  db: Database,
  viewer: Viewer,
  { form, params }: { readonly form: string; readonly params: JsonObject },
): Promise<{ readonly spec: FormSpec; readonly secret: boolean } | { readonly instead: Message }> {
  const known = all().form(form)
  if (!known) return { instead: ended(sentenceOf(undefined, { code: 'unknown-command' })) }
  const spec = await known.thing.spec(db, params, viewer)
  if (!('refusal' in spec)) return { spec, secret: known.thing.secret === true }
  const text = sentenceOf(known.chapter, spec.refusal)
  const present = spec.show && (await all().view(spec.show.name)?.render(db, spec.show.params, viewer))
  return { instead: present ? noted(present, { text, draft: undefined }) : ended(text) }
}

/** `form`: any chapter's form as a card, with `values`, or else the person's draft, in its fields. */
export function formView(all: () => Registry): ViewDefinition {
  return viewOf({
    name: 'form',
    params: z.object({ form: z.string(), params: jsonObject, values: typedForm.exactOptional() }),
    async complete(db, asked, viewer) {
      const opened = await all().form(asked.form)?.thing.once?.(db, asked.params, viewer)
      if (opened === undefined) return undefined
      const { dialog } = await loadDialog(db, viewer.by)
      return {
        name: 'form',
        params: {
          ...asked,
          params: openingOf(dialog, asked.form, asked.params, opened, principalOf(viewer)),
        },
      }
    },
    async render(db, { form, params, values }, viewer) {
      const found = await specFor(all, db, viewer, { form, params })
      if ('instead' in found) return found.instead
      const draft = values
        ? undefined
        : findDraft((await loadDialog(db, viewer.by)).dialog, form, params, principalOf(viewer))
      const filled = values ?? (draft ? plain(draft.answers) : {})
      const fields = found.spec.fields.map((field) => withTyped(field, filled[field.name], viewer.today))
      const spec = { ...found.spec, fields }
      return {
        kind: 'card',
        card: formCard({ name: form, params, spec, hasDraft: draft !== undefined, secret: found.secret }),
      }
    },
  })
}

/** A day that was said in words stands in its field as that day. */
function withTyped(field: Field, own: Typed | undefined, today: LocalDate): Field {
  if (own === undefined) return field
  const day = field.kind === 'date' && typeof own === 'string' ? readDate(own, today) : undefined
  return fillField(field, { typed: day ?? own })
}

/** `question`: one question of a guided form, as it was asked. */
export function questionView(all: () => Registry): ViewDefinition {
  return viewOf({
    name: 'question',
    params: z.object({
      form: z.string(),
      params: jsonObject,
      question: z.string(),
      now: typed,
      fault: z.string(),
      taken: z.string().default(''),
    }),
    async render(db, { form, params, question, now, fault, taken }, viewer) {
      const found = await specFor(all, db, viewer, { form, params })
      if ('instead' in found) return found.instead
      const { fields, title } = found.spec
      const at = fields.findIndex((field) => field.name === question)
      const field = fields[at]
      if (!field) return ended('这一项已不需要填写，请发送「继续填写」。')
      const place = { form, params, question, title, number: at + 1, count: fields.length, fault, taken }
      return { kind: 'card', card: questionCard({ ...place, ...asked(field, now) }) }
    },
  })
}

/** The field in the words of a question. */
function asked(field: Field, now: Typed) {
  return {
    label: field.label,
    required: field.required === true,
    hint: field.hint ?? hintOf(field),
    choices: 'choices' in field ? field.choices : [],
    now: now.length === 0 ? initialOf(field) : sayAnswer(field, now),
  }
}

const initialOf = (field: Field): string =>
  field.initial === undefined || field.initial.length === 0 ? '' : sayAnswer(field, field.initial)

function hintOf(field: Field): string {
  switch (field.kind) {
    case 'line':
    case 'text':
      return '请直接回复文字'
    case 'number':
      return field.decimals === 0 ? '请回复整数，如 95' : '请回复数字，如 12.5'
    case 'date':
      return '请回复日期，如 6月30日、月底、年底前'
    case 'choice':
      return '请回复编号或点按钮'
    case 'choices':
      return '可多选，请回复编号，如 1、3'
  }
}

/** `check-answers`: what was answered, before it is sent. */
export function checkView(all: () => Registry): ViewDefinition {
  return viewOf({
    name: 'check-answers',
    params: z.object({ form: z.string(), params: jsonObject, answers: typedForm, fault: z.string() }),
    async render(db, { form, params, answers, fault }, viewer) {
      const found = await specFor(all, db, viewer, { form, params })
      if ('instead' in found) return found.instead
      const { title, submit, fields } = found.spec
      const said = fields.map((field) => ({
        label: field.label,
        value: sayAnswer(field, answers[field.name]),
      }))
      return { kind: 'card', card: checkAnswersCard({ form, params, title, submit, answers: said, fault }) }
    },
  })
}
