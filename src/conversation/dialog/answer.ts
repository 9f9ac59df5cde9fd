/** One step of a running dialog: an answer to its question, or a word that steers it. */
import type { Field, FormSpec } from '../../../cards/kit.ts'
import type { Meta } from '../../kernel/command.ts'
import { inName, type Reaction, reply, said } from '../reaction.ts'
import { answerOf, sayAnswer } from '../reading/answer.ts'
import type { Typed } from '../reading/field.ts'
import { readForm } from '../reading/form.ts'
import type { Setting } from '../setting.ts'
import { cancel, drop, resume, specOfDraft } from './guide.ts'
import { type Dialog, type Running, setAside, withDraft, withoutDraft } from './state.ts'
import { ask, plain, proceed, questionCalled, stepBack, viewOfDialog, withAnswer } from './steps.ts'
import type { DialogWord } from './words.ts'

/** A word that steers the dialog, whether or not anything is being asked. */
export async function steer(
  setting: Setting,
  meta: Meta,
  dialog: Dialog,
  word: DialogWord,
): Promise<Reaction> {
  if (word.word === 'cancel') return cancel(dialog)
  if (word.word === 'drop') return drop(dialog)
  if (word.word === 'resume') return resume(setting, meta, dialog)
  if (dialog.status === 'idle') {
    return reply(
      said('现在没有正在逐项填写的内容。发送「继续填写」可打开草稿，发送「帮助」可查看能办的事。'),
      dialog,
    )
  }
  const found = await specOfDraft(setting, meta, dialog.draft)
  if ('sentence' in found) return reply(said(found.sentence), setAside(dialog))
  return inName(found.meta, turnTo(setting, found.meta, found.spec, dialog, word))
}

type Turning = Exclude<DialogWord, { readonly word: 'cancel' | 'drop' | 'resume' }>

function turnTo(setting: Setting, meta: Meta, spec: FormSpec, dialog: Running, word: Turning): Reaction {
  switch (word.word) {
    case 'back':
      return turn(stepBack(spec.fields, dialog) ?? dialog)
    case 'skip':
      return skip(spec, dialog)
    case 'change':
      return change(spec, dialog, word.rest)
    case 'submit':
      return submitAnswers(setting, meta, spec, dialog)
  }
}

/** An answer that could be read, or what is wrong with it; then the question is asked again. */
export type Step = { readonly reaction: Reaction; readonly understood: boolean }

/** Takes the text as the answer to the question; at the summary, only its words are understood. */
export async function takeAnswer(setting: Setting, meta: Meta, dialog: Running, text: string): Promise<Step> {
  const found = await specOfDraft(setting, meta, dialog.draft)
  if ('sentence' in found)
    return { reaction: reply(said(found.sentence), setAside(dialog)), understood: true }
  const { reaction, understood } = answerTo(found.spec, found.meta, dialog, text)
  return { reaction: inName(found.meta, reaction), understood }
}

function answerTo(spec: FormSpec, meta: Meta, dialog: Running, text: string): Step {
  if (dialog.status === 'checking') {
    return { reaction: turn(dialog, '请回复「提交」「修改」或「取消」'), understood: false }
  }
  const field = fieldAsked(spec, dialog.question)
  if (!field) return { reaction: turn(proceed(spec.fields, dialog, dialog.draft)), understood: true }
  const answer = answerOf(field, text, meta.today)
  if ('fault' in answer) return { reaction: turn(dialog, answer.fault), understood: false }
  const draft = withAnswer(dialog.draft, field.name, answer.typed)
  const next = proceed(spec.fields, dialog, draft)
  return { reaction: turn(next, undefined, takenAs(field, answer.typed)), understood: true }
}

const turn = (dialog: Running, fault?: string, taken?: string): Reaction =>
  reply(viewOfDialog(dialog, fault, taken), dialog)

/** What was read is said back; words that were taken as they are need not be. */
const takenAs = (field: Field, typed: Typed): string | undefined =>
  field.kind === 'line' || field.kind === 'text' ? undefined : `${field.label}：${sayAnswer(field, typed)}`

const fieldAsked = (spec: FormSpec, name: string): Field | undefined =>
  spec.fields.find((field) => field.name === name)

function skip(spec: FormSpec, dialog: Running): Reaction {
  if (dialog.status === 'checking') return turn(dialog, '已填完，请回复「提交」「修改」或「取消」')
  const field = fieldAsked(spec, dialog.question)
  // What stands in the field already, as when a goal is changed, stays as it is.
  const kept = dialog.draft.answers[dialog.question] ?? field?.initial ?? null
  if (field?.required === true && (kept === null || kept.length === 0)) {
    return turn(dialog, '这一项必须填写，不能跳过')
  }
  return turn(proceed(spec.fields, dialog, withAnswer(dialog.draft, dialog.question, kept)))
}

/** `修改 2` asks that question again; `修改` alone opens everything as one card. */
function change(spec: FormSpec, dialog: Running, words: string): Reaction {
  const field = questionCalled(spec.fields, words)
  if (field) return turn(ask(dialog, dialog.draft, field.name))
  if (words !== '') return turn(dialog, `没有找到「${words}」这一项，请回复如「修改 2」`)
  const { form, params } = dialog.draft
  const kept = withDraft(dialog, { ...dialog.draft, way: 'card' })
  return reply({ name: 'form', params: { form, params } }, kept)
}

/** 提交: the answers are read as the form's card would be; a fault leads back to its question. */
function submitAnswers(setting: Setting, meta: Meta, spec: FormSpec, dialog: Running): Reaction {
  const { draft } = dialog
  const known = setting.registry.form(draft.form)
  const read = readForm(
    spec.fields,
    plain(draft.answers),
    meta.today,
    (values) => known?.thing.check(values, draft.params) ?? [],
  )
  if ('faults' in read) return turn(ask(dialog, draft, read.faults[0].name), read.faults[0].text)
  if (!known) return turn(dialog)
  return {
    kind: 'command',
    type: known.thing.command,
    payload: known.thing.payload(read.values, draft.params),
    whenDone: withoutDraft(dialog, draft.form, draft.params, draft.for),
    whenRefused: dialog,
  }
}
