import { sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import type { PetitionDone } from './done.ts'
import type { PetitionRefusal } from './rules/refusals.ts'

export const petitionWording = {
  'closed-petitions': ({ phase }) =>
    phase === 'closed'
      ? '本年度已经结束，不再接收反映。新的问题请在新年度提出。'
      : '向领导小组反映问题从「实现目标」阶段开始，现在还没有开放。届时发送「反映问题」即可。',
  'unentitled-petitioner': () =>
    '本年度只接收参加目标管理的人员的反映。如需反映，请联系领导小组办公室了解其他途径。',
  'written-petition': () => '这份反映已经送达，没有重复提交。进展请看卡片，或发送「我反映的问题」。',
  'repeated-words': () => '这段内容已经送达，没有重复提交。',
  'unknown-concerned': ({ position }) =>
    `「涉及人员」里第 ${position} 个姓名在名册中没有找到，来信没有提交。请写名册上的姓名或工号，用顿号隔开；名册以外的人请写在内容里。`,
  'unreadable-petition': () =>
    '除所涉人员外，领导小组没有其他成员可以办理，来信没有提交。请向上级主管部门或纪检监察部门反映。',
  'foreign-petition': () => '没有找到可由您查看的这件来信。发送「来信」或「我反映的问题」可查看列表。',
  'unentrusted-petition': () => '这件来信由领导小组组长办理。组长交由您办理后，即可答复。',
  'own-petition': () => '这是您本人反映的问题，请由领导小组其他成员办理；如无人可办，可先交由其他成员。',
  'moved-petition': ({ at }) =>
    `这件来信在 ${sayInstant(at)} 有了新的办理情况，您的操作没有生效。请看过最新情况后再决定。`,
  'ended-petition': ({ at }) => `这件来信已于 ${sayInstant(at)} 办结。如有新的问题，可以另写一件。`,
  'unanswered-petition': () => '这件来信还没有答复，请先答复来信人，再办结。',
  'pending-passing': () => '已有一项转办等待同意，请先作出决定，再继续办理。',
  'settled-passing': () => '这项转办已有决定，请看最新卡片。',
  'own-passing': () => '转办是您本人提出的，须由另一位领导小组成员同意。',
  'unknown-receiver': () => '没有找到这个单位或人员。请写名册上的单位全称、姓名或工号。',
  'ambiguous-receiver': () => '有不止一个同名的单位或人员，请改写工号。',
  'headless-receiver': () => '这个单位现在没有负责人可以接收，请改转其他单位或人员。',
  'concerned-receiver': () => '来信涉及接收人本人，不能转给该单位或人员。请改转其他单位或人员。',
  'foreign-passing': () => '没有找到转给您办理的这件事项。如职责有变，请联系领导小组组长。',
  'reported-passing': ({ at }) => `已于 ${sayInstant(at)} 回复领导小组，不用再次回复。`,
  'unfit-member': () => '这位成员不能办理这件来信，请另选一位。',
  'entrusted-member': () => '这位成员已可办理这件来信，不用再次交办。',
  'petition-written': () => '已直接送达领导小组，编号见卡片。',
  'petition-added': () => '补充内容已送达领导小组。',
  'petition-asked': () => '已请来信人补充。',
  'petition-answered': () => '已答复来信人。',
  'petition-entrusted': () => '已交由该成员办理。',
  'passing-proposed': () => '转办已提出，等待同意后送出。',
  'passing-declined': () => '转办没有同意，已告知提出人。',
  'petition-passed': () => '已转出，接收人只能看到转办内容。',
  'passing-reported': () => '已回复领导小组。',
  'petition-closed': () => '来信已办结，来信人会收到通知。',
} satisfies Wording<PetitionRefusal | PetitionDone>
