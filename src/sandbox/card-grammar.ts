/**
 * Card JSON 2.0 as the platform's documentation lists it: each tag with the properties that it may have
 * (cards.md 1.1–1.5). An unknown property is an error in 2.0. `tag`, `element_id` and `margin` are allowed everywhere.
 */
const TEXT = 'content i18n_content text_size text_color text_align lines icon'
const INPUT_BASE = 'name required disabled disabled_tips placeholder width behaviors confirm value'
const SELECT = `${INPUT_BASE} options initial_option initial_index type`
const BOX =
  'elements direction padding vertical_spacing horizontal_spacing horizontal_align vertical_align background_style'
const PICKER = `${INPUT_BASE} initial_date initial_time initial_datetime`

const PROPERTIES: { readonly [tag: string]: string } = {
  plain_text: TEXT,
  lark_md: TEXT,
  markdown: `${TEXT} href`,
  text_tag: 'text color',
  standard_icon: 'token color size',
  custom_icon: 'img_key size',
  div: 'text icon width fields',
  hr: '',
  img: 'img_key alt title corner_radius scale_type size transparent preview',
  img_combination: 'combination_mode img_list combination_transparent corner_radius',
  person: 'user_id size show_avatar show_name style',
  person_list: 'persons lines show_name show_avatar size drop_invalid_user_id icon',
  chart: 'chart_spec aspect_ratio color_theme preview height',
  table: 'columns rows page_size row_height row_max_height freeze_first_column header_style',
  audio: 'file_key audio_id fill_type show_time style',
  column_set: 'columns flex_mode horizontal_spacing horizontal_align background_style action',
  column: `${BOX} width weight action`,
  form: `${BOX} name confirm`,
  interactive_container: `${BOX} behaviors width height has_border border_color corner_radius disabled disabled_tips hover_tips confirm`,
  collapsible_panel: `${BOX} expanded header border background_color`,
  button: `${INPUT_BASE} text type size icon hover_tips form_action_type`,
  overflow: 'options behaviors confirm width value',
  input: `${INPUT_BASE} input_type max_length rows auto_resize max_rows default_value label label_position show_icon`,
  select_static: SELECT,
  multi_select_static: `${SELECT} selected_values`,
  select_person: SELECT,
  multi_select_person: `${SELECT} selected_values`,
  date_picker: PICKER,
  picker_time: PICKER,
  picker_datetime: PICKER,
  select_img: `${INPUT_BASE} multi_select layout aspect_ratio can_preview options style`,
  checker:
    'name checked text overall_checkable button_area checked_style behaviors confirm padding disabled disabled_tips hover_tips',
}

const COMMON: readonly string[] = ['tag', 'element_id', 'margin']
const GRAMMAR = new Map(
  Object.entries(PROPERTIES).map(([tag, words]) => [tag, new Set([...COMMON, ...words.split(' ')])]),
)

/** The properties of a tag, or undefined for a tag that 2.0 does not have (`note`, `action` … are gone). */
export function propertiesOf(tag: string): ReadonlySet<string> | undefined {
  return GRAMMAR.get(tag)
}

/** The properties of the card itself and of its three parts. */
export const TOP_PROPERTIES: { readonly [part: string]: ReadonlySet<string> } = {
  card: new Set(['schema', 'config', 'card_link', 'header', 'body']),
  config: new Set(
    (
      'update_multi streaming_mode streaming_config summary width_mode locales enable_forward ' +
      'enable_forward_interaction use_custom_translation style'
    ).split(' '),
  ),
  header: new Set('title subtitle text_tag_list i18n_text_tag_list template icon padding'.split(' ')),
  body: new Set(
    'elements direction padding vertical_spacing horizontal_spacing horizontal_align vertical_align'.split(
      ' ',
    ),
  ),
}

/** Properties whose content is data, not card: it is neither counted nor checked here. */
export const DATA_PROPERTIES: ReadonlySet<string> = new Set(['chart_spec', 'rows', 'value', 'behaviors'])
