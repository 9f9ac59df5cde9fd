/** 督查与意见 (Articles 19, 20, 32). */
import * as z from 'zod'
import { EVIDENCE_KINDS, type EvidenceKind } from '../rules/execution-policy.ts'
import { aChoice, aNumber, type Kind, numberField, someOf } from './kind.ts'
import type { ValuesNamed } from './value.ts'

const MB = 1024 * 1024
/** The platform hands out no larger ones (protocol 4.4). */
const SIZES = { min: 1, max: 30, unit: 'MB' }

const megabytes: Kind<number> = {
  schema: z
    .int()
    .min(MB)
    .max(SIZES.max * MB)
    .multipleOf(MB),
  fields: (asked, present) => [{ ...numberField(asked, SIZES, present / MB), required: true }],
  read: (values, name) => Number(values[name]) * MB,
  say: (bytes) => `${bytes / MB}MB`,
}

const EVIDENCE_TEXTS: { readonly [kind in EvidenceKind]: string } = {
  picture: '图片',
  document: '文档',
  table: '表格',
  slides: '演示',
  text: '文本',
  archive: '压缩包',
  media: '音视频',
}
// Object.fromEntries answers string keys, though they are the kinds.
const inOrder = Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, EVIDENCE_TEXTS[kind]])) as {
  readonly [kind in EvidenceKind]: string
}

export const OVERSIGHT: ValuesNamed<'helpDays' | 'petitioners' | 'evidenceBytes' | 'evidenceKinds'> = {
  helpDays: {
    label: '求助答复期限',
    kind: aNumber({ min: 1, max: 60, unit: '个工作日' }),
    changes: '求助几个工作日内答复；来信过了这些天提醒领导小组。',
    holds: '此后提出的求助',
    touches: '已提出的求助期限不变；来信的提醒按新天数',
  },
  petitioners: {
    label: '谁可反映问题',
    kind: aChoice({ everyone: '校内所有人', scheme: '参与目标管理的人' }),
    changes: '没有参与目标管理的教职工能否直接向领导小组反映问题。',
    holds: '保存后立即',
    touches: '此后的来信；已收的照常办理',
  },
  evidenceBytes: {
    label: '佐证文件上限',
    kind: megabytes,
    changes: '超过的文件不收，并告知发送人。',
    holds: '此后发送的文件',
    touches: '已收的文件不变',
  },
  evidenceKinds: {
    label: '佐证文件种类',
    kind: someOf(inOrder),
    changes: '哪些种类的文件可作佐证；程序文件任何时候都不收。',
    holds: '此后发送的文件',
    touches: '已收的文件不变',
  },
}
