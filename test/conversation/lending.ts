/** A tiny chapter for tests: a library where books are borrowed. One form, two commands, three intents. */
import * as z from 'zod'
import type { FormSpec } from '../../cards/kit.ts'
import { buttons, line } from '../../cards/kit.ts'
import type { Chapter } from '../../src/kernel/chapter.ts'
import { command } from '../../src/kernel/command.ts'
import { decided, refused } from '../../src/kernel/decision.ts'
import { foldSubject, subjectOf } from '../../src/kernel/subject.ts'
import { formOf, viewOf } from '../../src/kernel/view.ts'

type Happened =
  | { type: 'book.borrowed'; title: string; copies: number; by: string }
  | { type: 'book.returned'; title: string }
interface Shelf {
  readonly borrowed: readonly { readonly title: string; readonly by: string; readonly copies: number }[]
}

const shelf = subjectOf<Shelf, Happened>({
  kind: 'shelf',
  initial: { borrowed: [] },
  evolve: (state, event) =>
    event.type === 'book.borrowed'
      ? { borrowed: [...state.borrowed, { title: event.title, by: event.by, copies: event.copies }] }
      : { borrowed: state.borrowed.filter((one) => one.title !== event.title) },
  rows: () => [],
})

const borrow = command({
  type: 'book.borrow',
  payload: z.object({
    title: z.string().max(50),
    copies: z.int(),
    due: z.string().exactOptional(),
    tags: z.array(z.string()).exactOptional(),
    remark: z.string().exactOptional(),
  }),
  on: shelf,
  id: () => 'shelf:1' as const,
  context: async () => ({}),
  decide: (state, { title, copies }, _context, meta) => {
    const taken = state.borrowed.find((one) => one.title === title)
    if (taken) return refused({ code: 'already-borrowed' as const, by: taken.by })
    return decided<Happened>({ type: 'book.borrowed', title, copies, by: meta.by })
  },
  tell: ({ payload }) => ({ answer: { done: { code: 'borrowed', title: payload.title } } }),
  onRefusal: (_refusal, { title }) => (title === '辞海' ? { name: 'shelf', params: {} } : undefined),
})

const bring = command({
  type: 'book.return',
  payload: z.object({ title: z.string() }),
  on: shelf,
  id: () => 'shelf:1' as const,
  context: async () => ({}),
  decide: (state, { title }) =>
    state.borrowed.some((one) => one.title === title)
      ? decided<Happened>({ type: 'book.returned', title })
      : refused({ code: 'unknown-book' as const, title }),
  tell: ({ payload }) => ({
    answer: { done: { code: 'returned', title: payload.title }, show: { name: 'shelf', params: {} } },
  }),
})

const keepFile = command({
  type: 'file.keep',
  payload: z.object({ name: z.string() }),
  on: shelf,
  id: () => 'shelf:1' as const,
  context: async () => ({}),
  decide: () => decided<Happened>(),
  tell: ({ payload }) => ({ answer: { done: { code: 'file-kept', name: payload.name } } }),
})

const readFile = command({
  type: 'file.read',
  payload: z.object({ name: z.string(), sha256: z.string(), size: z.int() }),
  on: shelf,
  id: () => 'shelf:1' as const,
  context: async () => ({}),
  decide: () => decided<Happened>(),
  tell: ({ payload }) => ({ answer: { done: { code: 'file-kept', name: payload.name } } }),
})

export const BORROW: FormSpec = {
  title: '借书登记',
  fields: [
    { kind: 'line', name: 'title', label: '书名', required: true, maxLength: 10 },
    { kind: 'number', name: 'copies', label: '册数', required: true, decimals: 1, min: 0.5, max: 9 },
    { kind: 'date', name: 'due', label: '归还日期' },
    {
      kind: 'choices',
      name: 'tags',
      label: '类别',
      choices: [
        { value: 'a', text: '文学' },
        { value: 'b', text: '医学' },
        { value: 'c', text: '药学' },
      ],
    },
    { kind: 'text', name: 'remark', label: '备注' },
  ],
  submit: '登记',
}

const borrowForm = formOf({
  name: 'borrow',
  params: z.object({ desk: z.int().default(1) }),
  command: 'book.borrow',
  async spec(_db, { desk }, viewer) {
    if (viewer.inNameOf === 'LM1') return { refusal: { code: 'no-readers-card' } }
    return desk === 1 ? BORROW : { ...BORROW, title: `借书登记（${desk} 号台）` }
  },
  payload: ({ title, copies, due, tags, remark }) => ({
    title: String(title),
    copies: Number(copies),
    ...(due === undefined ? {} : { due: String(due) }),
    ...(tags === undefined ? {} : { tags: Array.isArray(tags) ? tags.map(String) : [] }),
    ...(remark === undefined ? {} : { remark: String(remark) }),
  }),
})

export const lending: Chapter = {
  name: 'lending',
  commands: [borrow, bring, keepFile, readFile],
  forms: [borrowForm],
  views: [
    viewOf({
      name: 'shelf',
      params: z.object({ row: z.int().exactOptional() }),
      about: () => 'shelf:1' as const,
      async render(db) {
        const { state } = await foldSubject(db, shelf, 'shelf:1')
        const titles = state.borrowed.map(({ title }) => title)
        return {
          kind: 'card',
          card: {
            title: '书架',
            summary: '书架',
            elements: [
              line(titles.length === 0 ? '无人借书' : `已借：${titles.join('、')}`),
              buttons(
                ...titles.map((title) => ({
                  text: '归还',
                  action: { do: 'book.return', with: { title } } as const,
                })),
              ),
            ],
          },
        }
      },
    }),
    viewOf({
      name: 'catalogue',
      params: z.object({}),
      render: async () => ({ kind: 'file', name: '目录.txt', bytes: new Uint8Array([1]) }),
    }),
  ],
  intents: [
    {
      words: ['借书', '我要借书'],
      help: '登记借书',
      opens: () => ({ send: 'form', with: { form: 'borrow', params: {} } }),
    },
    {
      words: ['逐项借书'],
      help: '一项一项登记',
      opens: () => ({ guide: 'borrow', with: {} }),
    },
    {
      words: ['归还'],
      help: '归还一本书',
      opens: (rest) => (rest === '' ? undefined : { do: 'book.return', with: { title: rest } }),
    },
    { words: ['查书'], help: '查看一排', opens: (row) => ({ show: 'shelf', with: { row } }) },
    {
      words: ['书架'],
      help: '查看书架',
      opens: (rest) => (rest === '' ? { show: 'shelf', with: {} } : undefined),
    },
  ],
  async todo(db) {
    const { state } = await foldSubject(db, shelf, 'shelf:1')
    return state.borrowed.map(({ title }, at) => ({
      text: `归还《${title}》`,
      since: `2026-03-${String(20 - (at % 15)).padStart(2, '0')}T00:00:00.000Z` as const,
      button: '归还',
      action: { do: 'book.return', with: { title } } as const,
    }))
  },
  async takesFile(_db, _viewer, file) {
    if (file.name.endsWith('.txt')) return { command: 'file.keep', with: { name: file.name } }
    return file.name.endsWith('.xlsx') ? { command: 'file.read', with: { name: file.name } } : undefined
  },
  wording: {
    borrowed: ({ title }: { title: string }) => `《${title}》已登记。`,
    returned: ({ title }: { title: string }) => `《${title}》已归还。`,
    'file-kept': ({ name }: { name: string }) => `「${name}」已收下。`,
    'already-borrowed': ({ by }: { by: string }) => `这本书已由 ${by} 借走，请换一本。`,
    'unknown-book': ({ title }: { title: string }) => `没有借出《${title}》，请核对书名。`,
    'no-readers-card': () => '您没有借书证，请先到图书馆办理。',
  },
}
