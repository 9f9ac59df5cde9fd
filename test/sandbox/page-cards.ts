/** Sample cards for the page's tests: those of cards.md 1.10. */

export const plain = (content: string) => ({ tag: 'plain_text', content })
export const callback = (value: object) => [{ type: 'callback', value }]
export const tag = (text: string, color: string) => ({ tag: 'text_tag', text: plain(text), color })

const submit = (name: string, text: string, type: string, value: object, more: object = {}) => ({
  tag: 'column',
  width: 'auto',
  elements: [
    {
      tag: 'button',
      name,
      type,
      form_action_type: 'submit',
      text: plain(text),
      behaviors: callback(value),
      ...more,
    },
  ],
})

const row = (...columns: readonly object[]) => ({
  tag: 'column_set',
  flex_mode: 'none',
  horizontal_spacing: '8px',
  columns,
})

/** (a) A form with a draft button, and one field of each kind. */
export const goalForm = {
  schema: '2.0',
  config: {
    update_multi: true,
    width_mode: 'default',
    summary: { content: '请填写 2026 年重点目标（截止 4 月 30 日）' },
  },
  header: {
    title: plain('填写年度目标'),
    subtitle: plain('药学院 · 2026 年度'),
    template: 'blue',
    text_tag_list: [tag('待填写', 'orange')],
  },
  body: {
    elements: [
      { tag: 'markdown', content: '请在 **2026 年 4 月 30 日** 前填写，也可以先存草稿。' },
      {
        tag: 'form',
        name: 'goal_form',
        elements: [
          {
            tag: 'input',
            name: 'title',
            required: true,
            max_length: 60,
            width: 'fill',
            label: plain('目标名称'),
            placeholder: plain('一句话说明要做成什么'),
          },
          {
            tag: 'input',
            name: 'detail',
            input_type: 'multiline_text',
            rows: 3,
            max_length: 500,
            width: 'fill',
            label: plain('评价标准'),
            placeholder: plain('做到什么程度算完成'),
          },
          {
            tag: 'select_static',
            name: 'kind',
            required: true,
            width: 'fill',
            placeholder: plain('请选择目标类型'),
            options: [
              { text: plain('定量：有指标和目标值'), value: 'quantified' },
              { text: plain('定性：写明完成时能看到什么'), value: 'qualitative' },
            ],
          },
          {
            tag: 'multi_select_static',
            name: 'aims',
            width: 'fill',
            placeholder: plain('服务于哪几项年度工作要点'),
            options: ['一流学科建设', '人才队伍建设', '科研成果转化', '本科教学质量'].map((text, at) => ({
              text: plain(text),
              value: `p${at + 1}`,
            })),
          },
          { tag: 'date_picker', name: 'due', required: true, width: 'fill', placeholder: plain('完成时限') },
          { tag: 'picker_time', name: 'hour', width: 'fill', initial_time: '11:30' },
          {
            tag: 'select_person',
            name: 'owner',
            width: 'fill',
            placeholder: plain('负责人'),
            options: [{ value: 'ou_p2' }, { value: 'ou_p3' }],
          },
          row(
            submit('send', '提交', 'primary_filled', { a: 'goal.submit', id: 'g1', v: 3 }),
            submit('draft', '存草稿', 'default', { a: 'goal.draft', id: 'g1', v: 3 }),
          ),
        ],
      },
    ],
  },
}

/** (b) A review: comment and two submit buttons, the second asks first. */
export const reviewCard = {
  schema: '2.0',
  config: { update_multi: true, summary: { content: '待审核：计算机学院 2026 年目标' } },
  header: {
    title: plain('年度目标审核'),
    subtitle: plain('计算机学院 · 第 2 次提交'),
    template: 'default',
    text_tag_list: [tag('待处理', 'yellow')],
  },
  body: {
    elements: [
      { tag: 'markdown', content: '**目标 3 项** · 截止 2026-04-30' },
      {
        tag: 'column_set',
        flex_mode: 'bisect',
        columns: ['重点目标 1 项\n权重 **25%**', '专项目标 2 项\n权重 **15%**'].map((content) => ({
          tag: 'column',
          width: 'weighted',
          weight: 1,
          background_style: 'grey',
          elements: [{ tag: 'markdown', content }],
        })),
      },
      {
        tag: 'collapsible_panel',
        expanded: false,
        border: { color: 'grey' },
        header: { title: plain('查看全部目标') },
        elements: [
          {
            tag: 'markdown',
            content: '1. 新增省级以上科研平台 1 个\n2. 建成智慧教学实验室\n3. 博士学位教师占比达到 **72%**',
          },
        ],
      },
      {
        tag: 'form',
        name: 'review',
        elements: [
          {
            tag: 'input',
            name: 'comment',
            input_type: 'multiline_text',
            rows: 2,
            max_length: 500,
            width: 'fill',
            placeholder: plain('意见（退回时必填）'),
          },
          row(
            submit('ok', '同意', 'primary_filled', { a: 'goal.approve', id: 's7', v: 5 }),
            submit(
              'no',
              '退回',
              'danger',
              { a: 'goal.return', id: 's7', v: 5 },
              {
                confirm: { title: plain('确认退回？'), text: plain('单位将收到意见并重新填报。') },
              },
            ),
          ),
        ],
      },
    ],
  },
}

/** (c) What stands in the place of a decided card. */
export const decidedCard = (words: string) => ({
  schema: '2.0',
  config: { update_multi: true, summary: { content: words } },
  header: { title: plain('年度目标审核'), template: 'green', text_tag_list: [tag('已办理', 'green')] },
  body: {
    elements: [
      { tag: 'markdown', content: '**目标 3 项** · 截止 2026-04-30' },
      { tag: 'markdown', text_size: 'notation', content: `<font color='grey'>${words}</font>` },
    ],
  },
})
