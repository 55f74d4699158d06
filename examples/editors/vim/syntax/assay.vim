" Vim syntax file
" Language: Assay
" Written by `assay syntax vim`.

if exists("b:current_syntax")
  finish
endif

let s:options = &cpoptions
set cpoptions&vim
syntax case match
syntax sync fromstart

syntax match assayWord /\v%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/
syntax match assaySign /\v!\=|\<\=|\>\=|\=\=|[=<>~+*\/%]|-|\.\./
syntax match assayNumber /\v[0-9]%(_?[0-9])*%(\.[0-9]%(_?[0-9])*)?/ nextgroup=@assayMeasure skipwhite
syntax match assayCount /\v[0-9]%(_?[0-9])*%(\.[0-9]%(_?[0-9])*)?/ contained nextgroup=assayCountScale skipwhite
syntax match assayDate /\v[0-9]{4}-[0-9]{2}%(-[0-9]{2})?[~?]?|[0-9]{2,3}X+[~?]?|[0-9]{4}[~?]/
syntax match assayScale /\v%(thousand|million|billion)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained nextgroup=assayUnit skipwhite
syntax match assayCountScale /\v%(thousand|million|billion)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayCount assayNumber
highlight default link assayCountScale assayScale
syntax match assayUnit /\v%(%(after|and|as|before|by|false|has|in|is|it|matches|missing|not|on|or|overlaps|present|true|within|thousand|million|billion)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!)@!%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*|\%/ contained
syntax cluster assayMeasure contains=assayScale,assayUnit
syntax match assayReference /\v\@%([A-Za-z0-9_]|[^\x00-\x7F])+%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/
syntax match assayVariable /\v\$%([A-Za-z0-9_]|[^\x00-\x7F])+%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/
syntax cluster assayValue contains=assayWord,assaySign,assayNumber,assayDate,assayReference,assayVariable,assayText
syntax match assayConnector /\v%(as|by|on|it)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/
syntax match assayConstant /\v%(missing|present|true|false)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/
syntax match assayConstant /\v%(%(!\=|[=<>])[ \t]*)@120<=%(news|wire|blog|official|think-tank|academic|reference|social|interview|dataset|other|A|B|C|D|E|F|person|organization|place|agreement|event|facility|document|group|thing|none|money|mass|length|area|volume|time|percent|count|date|text|one|many|fact|estimate|plan|opinion|question|supports|contradicts|refines|restates|corrects|retracts|almost-no-chance|very-unlikely|unlikely|roughly-even-chance|likely|very-likely|almost-certain|retracted|cannot-compare|differs-in-time|differs-in-place|differs-in-scope|plan-and-fact|many-valued|agrees|compatible|link|unit|value|mode|when|scope|cardinality|source|speaker|denied|object|answer|derivation|wording|figures|asserts|opines|hedges|reports|plans|denies|denies, opinion|denies, hedged|denies, reported|denies, planned|both|both, opinion|both, hedged|both, reported|both, planned|silent|not covered|held|said|published|forward|backward|claim|subject|predicate|hedge|day|month|year|range|open|exactly|at-least|more-than|at-most|less-than|about|between)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*[.(])@!/
syntax match assayOperator /\v%(or|and|has|matches|overlaps|before|after|within|not|in|is)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/
syntax match assayFunction /\v%(count|count-distinct|sum|mean|min|max|list|share|lower|length|abs|round|coalesce|if|value|empty)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*\()@=/
syntax match assayRelation /\v%(%(count|empty|value)[ \t]*\([ \t]*)@120<=%(sources|entities|predicates|questions|claims|links|judgements|documents|passages|mentions)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/
syntax match assayRelation /\v%(\([ \t]*)@120<=%(sources|entities|predicates|questions|claims|links|judgements|documents|passages|mentions)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*%([|#]|$))@=/
syntax region assayParentheses matchgroup=assayBracket start=/\v\(/ end=/\v\)/ contains=@assayInner
syntax region assayList matchgroup=assayBracket start=/\v%(<in[ \t]*)@120<=\(/ end=/\v\)/ contains=@assayInner,assayListed
syntax match assayListed /\v%(news|wire|blog|official|think-tank|academic|reference|social|interview|dataset|other|A|B|C|D|E|F|person|organization|place|agreement|event|facility|document|group|thing|none|money|mass|length|area|volume|time|percent|count|date|text|one|many|fact|estimate|plan|opinion|question|supports|contradicts|refines|restates|corrects|retracts|almost-no-chance|very-unlikely|unlikely|roughly-even-chance|likely|very-likely|almost-certain|retracted|cannot-compare|differs-in-time|differs-in-place|differs-in-scope|plan-and-fact|many-valued|agrees|compatible|link|unit|value|mode|when|scope|cardinality|source|speaker|denied|object|answer|derivation|wording|figures|asserts|opines|hedges|reports|plans|denies|denies, opinion|denies, hedged|denies, reported|denies, planned|both|both, opinion|both, hedged|both, reported|both, planned|silent|not covered|held|said|published|forward|backward|claim|subject|predicate|hedge|day|month|year|range|open|exactly|at-least|more-than|at-most|less-than|about|between)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax match assayPipe /\v\|/ nextgroup=@assayStages skipwhite skipnl skipempty
syntax match assayStage /\v%(where|select|derive|summarize|count|sort|take|skip|distinct|about|from|by|within|during|on|conflicts|support|origins|weigh|matrix|omissions|hypotheses|timeline|drift|profile|copies|path|network|agreement|mentions|search|kwic|words|ngrams|collocates|keywords|dispersion|candidates|as|chart|cite|save)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax match assayStage_conflicts_word /\v%(all|pairs)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_conflicts matchgroup=assayStage start=/\v%(conflicts)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_conflicts_word
highlight default link assayStage_conflicts_word assayConstant
syntax match assayStage_support_word /\v%(without|derivation|wording|figures|speaker)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_support matchgroup=assayStage start=/\v%(support)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_support_word
highlight default link assayStage_support_word assayConstant
syntax match assayStage_origins_word /\v%(without|derivation|wording|figures|speaker)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_origins matchgroup=assayStage start=/\v%(origins)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_origins_word
highlight default link assayStage_origins_word assayConstant
syntax match assayStage_weigh_word /\v%(trust|flips|without|derivation|wording|figures|speaker)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_weigh matchgroup=assayStage start=/\v%(weigh)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_weigh_word
highlight default link assayStage_weigh_word assayConstant
syntax match assayStage_matrix_word /\v%(long)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_matrix matchgroup=assayStage start=/\v%(matrix)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_matrix_word
highlight default link assayStage_matrix_word assayConstant
syntax match assayStage_omissions_word /\v%(of|least|without|derivation|wording|figures|speaker)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_omissions matchgroup=assayStage start=/\v%(omissions)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_omissions_word
highlight default link assayStage_omissions_word assayConstant
syntax match assayStage_hypotheses_word /\v%(claims|without|derivation|wording|figures|speaker)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_hypotheses matchgroup=assayStage start=/\v%(hypotheses)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_hypotheses_word
highlight default link assayStage_hypotheses_word assayConstant
syntax match assayStage_timeline_word /\v%(when|said|published)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_timeline matchgroup=assayStage start=/\v%(timeline)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_timeline_word
highlight default link assayStage_timeline_word assayConstant
syntax match assayStage_copies_word /\v%(documents|over)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_copies matchgroup=assayStage start=/\v%(copies)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_copies_word
highlight default link assayStage_copies_word assayConstant
syntax match assayStage_path_word /\v%(from|to|asserted)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_path matchgroup=assayStage start=/\v%(path)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_path_word
highlight default link assayStage_path_word assayConstant
syntax match assayStage_network_word /\v%(nodes|asserted)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_network matchgroup=assayStage start=/\v%(network)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_network_word
highlight default link assayStage_network_word assayConstant
syntax match assayStage_agreement_word /\v%(apart)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_agreement matchgroup=assayStage start=/\v%(agreement)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_agreement_word
highlight default link assayStage_agreement_word assayConstant
syntax match assayStage_kwic_word /\v%(within|sentence|paragraph|across|sort|left|right|match|context)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_kwic matchgroup=assayStage start=/\v%(kwic)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_kwic_word,assayCount
highlight default link assayStage_kwic_word assayConstant
syntax match assayStage_words_word /\v%(least)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_words matchgroup=assayStage start=/\v%(words)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_words_word,assayCount
highlight default link assayStage_words_word assayConstant
syntax match assayStage_ngrams_word /\v%(least)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_ngrams matchgroup=assayStage start=/\v%(ngrams)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_ngrams_word,assayCount
highlight default link assayStage_ngrams_word assayConstant
syntax match assayStage_collocates_word /\v%(window|left|right|within|sentence|paragraph|least|range)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_collocates matchgroup=assayStage start=/\v%(collocates)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_collocates_word,assayCount
highlight default link assayStage_collocates_word assayConstant
syntax match assayStage_keywords_word /\v%(against|least)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_keywords matchgroup=assayStage start=/\v%(keywords)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_keywords_word,assayCount
highlight default link assayStage_keywords_word assayConstant
syntax match assayStage_as_word /\v%(table|list|csv|tsv|json|jsonl|markdown|html|footnotes)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_as matchgroup=assayStage start=/\v%(as)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_as_word
highlight default link assayStage_as_word assayConstant
syntax match assayStage_chart_word /\v%(bar|line|timeline|heat|network)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
syntax region assayStage_chart matchgroup=assayStage start=/\v%(chart)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v%([|;)#]|$)@=/ contained contains=@assayInner,assayStage_chart_word
highlight default link assayStage_chart_word assayConstant
syntax cluster assayStages contains=assayStage,assayStage_conflicts,assayStage_support,assayStage_origins,assayStage_weigh,assayStage_matrix,assayStage_omissions,assayStage_hypotheses,assayStage_timeline,assayStage_copies,assayStage_path,assayStage_network,assayStage_agreement,assayStage_kwic,assayStage_words,assayStage_ngrams,assayStage_collocates,assayStage_keywords,assayStage_as,assayStage_chart
syntax cluster assayInner contains=@assayValue,assayConnector,assayConstant,assayOperator,assayFunction,assayRelation,assayParentheses,assayList,assayPipe,assayComment
highlight default link assayListed assayConstant
syntax match assayRelation /\v%(%(^|;)[ \t]*)@40<=%(sources|entities|predicates|questions|claims|links|judgements|documents|passages|mentions)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*%([|;#]|$))@=/
syntax match assayRelation /\v%(\)[ \t]*\=[ \t]*)@120<=%(sources|entities|predicates|questions|claims|links|judgements|documents|passages|mentions)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*%([|;#]|$))@=/
syntax match assayRelation /\v%(%(%(^|;)[ \t]*)@40<=let[ \t]+%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*[ \t]*\=[ \t]*)@120<=%(sources|entities|predicates|questions|claims|links|judgements|documents|passages|mentions)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/
syntax match assayRelation /\v%(%(%(^|;)[ \t]*)@40<=explain[ \t]+)@120<=%(sources|entities|predicates|questions|claims|links|judgements|documents|passages|mentions)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/
syntax match assayStatement /\v%(%(^|;)[ \t]*)@40<=%(let|def|param|expect|explain|edition|use)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/
syntax match assayName /\v%(%(%(^|;)[ \t]*)@40<=%(let|def|param)[ \t]+)@120<=%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/
syntax match assayKind /\v%(%(%(^|;)[ \t]*)@40<=param[ \t]+\$?%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*[ \t]*:[ \t]*)@120<=%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/
syntax region assayCommand_help matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(help)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax match assayCommand_describe_0 /\v%(sources|entities|predicates|questions|claims|links|judgements|documents|passages|mentions)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayCommand_describe_0 assayRelation
syntax match assayCommand_describe_1 /\v%(where|select|derive|summarize|count|sort|take|skip|distinct|about|from|by|within|during|on|conflicts|support|origins|weigh|matrix|omissions|hypotheses|timeline|drift|profile|copies|path|network|agreement|mentions|search|kwic|words|ngrams|collocates|keywords|dispersion|candidates|as|chart|cite|save)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayCommand_describe_1 assayStage
syntax region assayCommand_describe matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(describe)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment,assayCommand_describe_0,assayCommand_describe_1
syntax match assayCommand_why_0 /\v%(not)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayCommand_why_0 assayOperator
syntax region assayCommand_why matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(why)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment,assayCommand_why_0
syntax region assayCommand_last matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(last)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_read matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(read)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_show matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(show)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_ingest matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(ingest)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_origin matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(origin)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_refetch matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(refetch)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_claim matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(claim)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_review matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(review)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_propose matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(propose)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_edit matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(edit)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_remove matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(remove)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_undo matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(undo)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_redo matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(redo)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_open matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(open)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_watch matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(watch)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_reload matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(reload)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_run matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(run)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_record matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(record)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_export matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(export)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_import matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(import)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_hint matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(hint)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_skip matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(skip)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_repeat matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(repeat)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_next matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(next)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_check matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(check)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax match assayCommand_set_0 /\v%(format|charts|nulls|coder|pager|width|max-rows|timing|limit-time|limit-memory|limit-rows|table|list|csv|tsv|json|jsonl|markdown|html|footnotes|unicode|ascii|auto|always|never|none|on|off)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayCommand_set_0 assayConstant
syntax region assayCommand_set matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(set)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment,assayCommand_set_0
syntax region assayCommand_quit matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(quit)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax region assayCommand_exit matchgroup=assayCommand start=/\v%(%(^|;)[ \t]*)@40<=%(exit)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v(;@=|$)/ oneline contains=@assayValue,assayComment
syntax match assayComment /#.*/
syntax match assayBadEscape /\\./ contained
syntax match assayEscape /\v\\%(["\\nt]|u\{[0-9A-Fa-f]+\})/ contained
syntax region assayText start=/"/ skip=/\\./ end=/"/ oneline contains=assayEscape,assayBadEscape
syntax region assayText start=/"""/ skip=/\\./ end=/"""/ contains=assayEscape,assayBadEscape
syntax region assayRecord_source_other matchgroup=assayWord start=/\v%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax region assayRecord_source_0 matchgroup=assayField start=/\v%(title|publisher|author|published|retrieved|url|language|document|digest|snapshot|mapping|tags|note)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax match assayRecord_source_1_Constant /\v%(news|wire|blog|official|think-tank|academic|reference|social|interview|dataset|other)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_source_1_Constant assayConstant
syntax region assayRecord_source_1 matchgroup=assayField start=/\v%(kind)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment,assayRecord_source_1_Constant
syntax match assayRecord_source_2_Constant /\v%(A|B|C|D|E|F)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_source_2_Constant assayConstant
syntax region assayRecord_source_2 matchgroup=assayField start=/\v%(reliability)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment,assayRecord_source_2_Constant
syntax match assayRecord_source_3_Connector /\v%(from)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_source_3_Connector assayConnector
syntax match assayRecord_source_3_Constant /\v%(copies|translates|syndicates|quotes|cites)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_source_3_Constant assayConstant
syntax region assayRecord_source_3 matchgroup=assayField start=/\v%(derives)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment,assayRecord_source_3_Connector,assayRecord_source_3_Constant
syntax match assayRecord_source_name /\v%(%(%(^|;)[ \t]*)@40<=source[ \t]+)@120<=%([A-Za-z0-9_]|[^\x00-\x7F])+%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ contained
highlight default link assayRecord_source_name assayName
syntax region assayRecord_source_body matchgroup=assayBracket start=/\v\{/ end=/\v\}/ contained contains=assayComment,assayRecord_source_other,assayRecord_source_0,assayRecord_source_1,assayRecord_source_2,assayRecord_source_3
syntax region assayRecord_source matchgroup=assayKind start=/\v%(%(^|;)[ \t]*)@40<=%(source)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*\@)@!/ end=/\v(;@=|$)/ contains=@assayValue,assayComment,assayRecord_source_name,assayRecord_source_body
syntax region assayRecord_entity_other matchgroup=assayWord start=/\v%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax region assayRecord_entity_0 matchgroup=assayField start=/\v%(name|also|wikidata|url|tags|note)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax match assayRecord_entity_1_Connector /\v%(of)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_entity_1_Connector assayConnector
syntax region assayRecord_entity_1 matchgroup=assayField start=/\v%(part)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment,assayRecord_entity_1_Connector
syntax match assayRecord_entity_Constant /\v%(person|organization|place|agreement|event|facility|document|group|thing)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_entity_Constant assayConstant
syntax match assayRecord_entity_name /\v%(%(%(^|;)[ \t]*)@40<=entity[ \t]+)@120<=%([A-Za-z0-9_]|[^\x00-\x7F])+%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ contained
highlight default link assayRecord_entity_name assayName
syntax region assayRecord_entity_body matchgroup=assayBracket start=/\v\{/ end=/\v\}/ contained contains=assayComment,assayRecord_entity_other,assayRecord_entity_0,assayRecord_entity_1
syntax region assayRecord_entity matchgroup=assayKind start=/\v%(%(^|;)[ \t]*)@40<=%(entity)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*\@)@!/ end=/\v(;@=|$)/ contains=@assayValue,assayComment,assayRecord_entity_name,assayRecord_entity_body,assayRecord_entity_Constant
syntax region assayRecord_predicate_other matchgroup=assayWord start=/\v%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax region assayRecord_predicate_0 matchgroup=assayField start=/\v%(label|one|many|changes|symmetric|inverse|tags|note)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax match assayRecord_predicate_1_Constant /\v%(person|organization|place|agreement|event|facility|document|group|thing|any|none)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_predicate_1_Constant assayConstant
syntax region assayRecord_predicate_1 matchgroup=assayField start=/\v%(object)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment,assayRecord_predicate_1_Constant
syntax match assayRecord_predicate_2_Constant /\v%(none|money|mass|length|area|volume|time|percent|count|date|text)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_predicate_2_Constant assayConstant
syntax region assayRecord_predicate_2 matchgroup=assayField start=/\v%(value)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment,assayRecord_predicate_2_Constant
syntax match assayRecord_predicate_name /\v%(%(%(^|;)[ \t]*)@40<=predicate[ \t]+)@120<=%([A-Za-z0-9_]|[^\x00-\x7F])+%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ contained
highlight default link assayRecord_predicate_name assayName
syntax region assayRecord_predicate_body matchgroup=assayBracket start=/\v\{/ end=/\v\}/ contained contains=assayComment,assayRecord_predicate_other,assayRecord_predicate_0,assayRecord_predicate_1,assayRecord_predicate_2
syntax region assayRecord_predicate matchgroup=assayKind start=/\v%(%(^|;)[ \t]*)@40<=%(predicate)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*\@)@!/ end=/\v(;@=|$)/ contains=@assayValue,assayComment,assayRecord_predicate_name,assayRecord_predicate_body
syntax region assayRecord_question_other matchgroup=assayWord start=/\v%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax region assayRecord_question_0 matchgroup=assayField start=/\v%(answer|many|changes|tags|note)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax match assayRecord_question_name /\v%(%(%(^|;)[ \t]*)@40<=question[ \t]+)@120<=%([A-Za-z0-9_]|[^\x00-\x7F])+%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ contained
highlight default link assayRecord_question_name assayName
syntax region assayRecord_question_body matchgroup=assayBracket start=/\v\{/ end=/\v\}/ contained contains=assayComment,assayRecord_question_other,assayRecord_question_0
syntax region assayRecord_question matchgroup=assayKind start=/\v%(%(^|;)[ \t]*)@40<=%(question)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*\@)@!/ end=/\v(;@=|$)/ contains=@assayValue,assayComment,assayRecord_question_name,assayRecord_question_body
syntax region assayRecord_claim_other matchgroup=assayField start=/\v%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax region assayRecord_claim_0 matchgroup=assayField start=/\v%(says|when|said|where|scope|hedge|answers|against|about|quote|coder|tags|note)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax match assayRecord_claim_1_Connector /\v%(not)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_claim_1_Connector assayConnector
syntax region assayRecord_claim_1 matchgroup=assayField start=/\v%(fact)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment,assayRecord_claim_1_Connector
syntax match assayRecord_claim_2_Connector /\v%(via)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_claim_2_Connector assayConnector
syntax region assayRecord_claim_2 matchgroup=assayField start=/\v%(by)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment,assayRecord_claim_2_Connector
syntax match assayRecord_claim_3_Constant /\v%(fact|estimate|plan|opinion|question)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_claim_3_Constant assayConstant
syntax region assayRecord_claim_3 matchgroup=assayField start=/\v%(mode)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment,assayRecord_claim_3_Constant
syntax match assayRecord_claim_Connector /\v%(from)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_claim_Connector assayConnector
syntax match assayRecord_claim_name /\v%(%(%(^|;)[ \t]*)@40<=claim[ \t]+)@120<=%([A-Za-z0-9_]|[^\x00-\x7F])+%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ contained
highlight default link assayRecord_claim_name assayName
syntax region assayRecord_claim_body matchgroup=assayBracket start=/\v\{/ end=/\v\}/ contained contains=assayComment,assayRecord_claim_other,assayRecord_claim_0,assayRecord_claim_1,assayRecord_claim_2,assayRecord_claim_3
syntax region assayRecord_claim matchgroup=assayKind start=/\v%(%(^|;)[ \t]*)@40<=%(claim)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*\@)@!/ end=/\v(;@=|$)/ contains=@assayValue,assayComment,assayRecord_claim_name,assayRecord_claim_body,assayRecord_claim_Connector
syntax region assayRecord_link_other matchgroup=assayWord start=/\v%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax region assayRecord_link_0 matchgroup=assayField start=/\v%(tags|note)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax match assayRecord_link_Constant /\v%(supports|contradicts|refines|restates|corrects|retracts)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_link_Constant assayConstant
syntax match assayRecord_link_name /\v%(%(%(^|;)[ \t]*)@40<=link[ \t]+)@120<=%([A-Za-z0-9_]|[^\x00-\x7F])+%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ contained
highlight default link assayRecord_link_name assayName
syntax region assayRecord_link_body matchgroup=assayBracket start=/\v\{/ end=/\v\}/ contained contains=assayComment,assayRecord_link_other,assayRecord_link_0
syntax region assayRecord_link matchgroup=assayKind start=/\v%(%(^|;)[ \t]*)@40<=%(link)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*\@)@!/ end=/\v(;@=|$)/ contains=@assayValue,assayComment,assayRecord_link_name,assayRecord_link_body,assayRecord_link_Constant
syntax region assayRecord_judgement_other matchgroup=assayWord start=/\v%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax region assayRecord_judgement_0 matchgroup=assayField start=/\v%(credibility|analyst|dated|tags|note)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax match assayRecord_judgement_1_Constant /\v%(A|B|C|D|E|F)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_judgement_1_Constant assayConstant
syntax region assayRecord_judgement_1 matchgroup=assayField start=/\v%(reliability)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment,assayRecord_judgement_1_Constant
syntax match assayRecord_judgement_2_Constant /\v%(almost-no-chance|very-unlikely|unlikely|roughly-even-chance|likely|very-likely|almost-certain)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_judgement_2_Constant assayConstant
syntax region assayRecord_judgement_2 matchgroup=assayField start=/\v%(likelihood)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment,assayRecord_judgement_2_Constant
syntax match assayRecord_judgement_Connector /\v%(on|claim|source)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_judgement_Connector assayConnector
syntax match assayRecord_judgement_name /\v%(%(%(^|;)[ \t]*)@40<=judgement[ \t]+)@120<=%([A-Za-z0-9_]|[^\x00-\x7F])+%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ contained
highlight default link assayRecord_judgement_name assayName
syntax region assayRecord_judgement_body matchgroup=assayBracket start=/\v\{/ end=/\v\}/ contained contains=assayComment,assayRecord_judgement_other,assayRecord_judgement_0,assayRecord_judgement_1,assayRecord_judgement_2
syntax region assayRecord_judgement matchgroup=assayKind start=/\v%(%(^|;)[ \t]*)@40<=%(judgement)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*\@)@!/ end=/\v(;@=|$)/ contains=@assayValue,assayComment,assayRecord_judgement_name,assayRecord_judgement_body,assayRecord_judgement_Connector
syntax region assayRecord_corpus_other matchgroup=assayWord start=/\v%([A-Za-z]|[^\x00-\x7F])%([A-Za-z0-9_]|[^\x00-\x7F])*%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax region assayRecord_corpus_0 matchgroup=assayField start=/\v%(title|note)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment
syntax match assayRecord_corpus_1_Connector /\v%(on)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ contained
highlight default link assayRecord_corpus_1_Connector assayConnector
syntax region assayRecord_corpus_1 matchgroup=assayField start=/\v%(rate)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!/ end=/\v([;}]@=|$)/ contained contains=@assayValue,assayComment,assayRecord_corpus_1_Connector
syntax match assayRecord_corpus_name /\v%(%(%(^|;)[ \t]*)@40<=corpus[ \t]+)@120<=%([A-Za-z0-9_]|[^\x00-\x7F])+%(-%([A-Za-z0-9_]|[^\x00-\x7F])+)*/ contained
highlight default link assayRecord_corpus_name assayName
syntax region assayRecord_corpus_body matchgroup=assayBracket start=/\v\{/ end=/\v\}/ contained contains=assayComment,assayRecord_corpus_other,assayRecord_corpus_0,assayRecord_corpus_1
syntax region assayRecord_corpus matchgroup=assayKind start=/\v%(%(^|;)[ \t]*)@40<=%(corpus)%(-?%([A-Za-z0-9_]|[^\x00-\x7F]))@!%([ \t]*\@)@!/ end=/\v(;@=|$)/ contains=@assayValue,assayComment,assayRecord_corpus_name,assayRecord_corpus_body

highlight default link assayComment Comment
highlight default link assayText String
highlight default link assayEscape SpecialChar
highlight default link assayBadEscape Error
highlight default link assayReference Identifier
highlight default link assayVariable Identifier
highlight default link assayNumber Number
highlight default link assayDate Number
highlight default link assayScale Number
highlight default link assayUnit Type
highlight default link assaySign Operator
highlight default link assayOperator Operator
highlight default link assayConnector Keyword
highlight default link assayConstant Constant
highlight default link assayFunction Function
highlight default link assayRelation Type
highlight default link assayPipe Operator
highlight default link assayStage Statement
highlight default link assayStatement Keyword
highlight default link assayCommand Statement
highlight default link assayKind Structure
highlight default link assayName Identifier
highlight default link assayField Label
highlight default link assayBracket Delimiter

let b:current_syntax = "assay"
let &cpoptions = s:options
unlet s:options
