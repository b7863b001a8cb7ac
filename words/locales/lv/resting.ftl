### Atgādināt vēlāk, vajadzīga palīdzība.

nudge-later = Atgādināt vēlāk
nudge-help = Vajadzīga palīdzība
nudge-letter = Vēstule nosūtīta
nudge-extension = Lūgt pagarinājumu
nudge-not-mine = Par to neatbildu es

snooze-ask = Kad atgādināt? Termiņš: { $due }.
snooze-none = Termiņš ir pavisam tuvu ({ $due }), tāpēc vēlāk atgādināt vairs nevar. Ja vajadzīga palīdzība, nospiediet «Vajadzīga palīdzība».
    .mail = Termiņš ir pavisam tuvu ({ $due }), tāpēc vēlāk atgādināt vairs nevar. Ja vajadzīga palīdzība, atbildiet ar vārdiem «Vajadzīga palīdzība».
snooze-late = Termiņš jau ir pagājis ({ $due }), tāpēc vēlāk atgādināt vairs nevar. Ja vajadzīgs vairāk laika, lūdzu, rakstiet koordinatoram.
snoozed = Labi. Ja līdz tam atbildes nebūs, atgādināsim { $until }. Atbildēt varat arī agrāk.

help-which = Par ko vajadzīga palīdzība?
help-ask = Kas traucē atbildēt?
help-data = Trūkst datu
help-sign-off = Nav saskaņots iestādē
help-not-mine = Par to neatbildu es
help-other = Cits iemesls
help-words = Uzrakstiet vienā ziņā, kas traucē. Ierobežotas pieejamības informāciju, lūdzu, šeit nerakstiet.
help-kept = Nodots koordinatoram. Par { $number }{ $of }{ noun-acc } { $until } neatgādināsim. Atbildēt varat jebkurā brīdī.
help-needed = <b>Vajadzīga palīdzība:</b> { $code }, { $number }{ $of }{ noun-nom } ({ $name })
help-reason =
    { $trouble ->
        [data] Trūkst datu.
        [sign_off] Nav saskaņots iestādē.
        [not_mine] Raksta, ka par to neatbild.
       *[other] Cits iemesls.
    }
help-said = «{ $words }»
help-done = Nokārtots
help-is-settled = Nokārtots.

letter-ask = Norādiet vēstules datumu vai numuru vienā ziņā; tad vairs neatgādināsim.
letter-kept = Paldies! Vēstule pierakstīta: «{ $text }». Pasākumi: { $numbers }; vairs neatgādināsim.
letter-kept-after = Paldies! Vēstule pierakstīta: «{ $text }». Pasākumi: { $numbers }. Šis atskaites termiņš jau ir slēgts, tāpēc ziņojumā būs norādīts, ka vēstule saņemta pēc tam.
