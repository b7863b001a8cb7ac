### Partneru viedokļi un memoranda padomes atzinums ziņojumā; padomes mape.

report-view = { $name } (partnera viedoklis)
report-view-does = Šo pasākumu partneris arī veic.
report-view-sealed = Viedoklis ir aizzīmogots līdz atklāšanai.
report-view-completion = Partnera vērtējums: { $completion }
report-view-words = Viedoklis: { $text }
report-view-reply = Iestādes atbilde uz viedokli ({ $code }): { $text }
report-view-source = Avots: { $code } (partneris), { $when }, { $version }. redakcija
report-views = Partneru viedokļi: { $count }; no tiem aizzīmogoti: { $sealed }. Vietas, kur vērtējumi atšķiras: { $differences }.
report-differences = Kur iestāžu un partneru vērtējumi atšķiras
report-difference =
    { $gap ->
        [not-done] Iestāde saka, ka ir paveikts, partneris – ka nav. { $code }: { $said }. { $partner }: { $seen }.
        [less] Partneris redz mazāk paveikta. { $code }: { $said }. { $partner }: { $seen }.
        [more] Partneris redz vairāk paveikta. { $code }: { $said }. { $partner }: { $seen }.
        [unanswered] Iestāde nav atbildējusi. { $code }: { $said }. { $partner }: { $seen }.
       *[other] Vērtējumi atšķiras. { $code }: { $said }. { $partner }: { $seen }.
    }
report-partner-need-not = Nav atbildējis partneris, kurš pasākumu arī veic; partneriem atbilde nav obligāta: { $code }.
report-council = Memoranda padomes atzinums
report-council-minutes = Protokols Nr. { $number }, { $on }
report-sheet-voices = Balsis
report-column-partner = Partneris
report-column-view = Partnera vērtējums
report-column-words = Viedoklis
report-column-rejoinder = Iestādes atbilde uz viedokli
report-column-difference = Atšķirība
pack-title = Memoranda padomei: { $title }
pack-opening = Mapē ir abas balsis par katru pasākumu, vietas, kur tās atšķiras, un tas, par ko informācija nav saņemta. Padomes atzinumu ziņojumā ierakstīs vārdu pa vārdam, ar protokola datumu un numuru.
pack-agreed = Vietu, kur partneru un iestāžu vērtējumi atšķirtos, nav.
pack-file = padomes-mape
council-ready = <b>{ $title }</b>
council-ready-counts = Mape memoranda padomei: partneru viedokļi: { $views }, atšķirības: { $differences }, iestādes, no kurām informācija nav saņemta: { $lacking }. Ierakstītie atzinumi: { $opinions }.
council-none = Pagaidām nav nevienas atskaites kārtas, par ko veidot mapi.
council-write = Ierakstīt atzinumu
council-ask-minutes = <b>{ $title }</b>: kāds ir protokola datums un numurs? Rakstiet abus vienā ziņā, datumu vispirms; piemēram, 19.02.2021. 3/2021
council-ask-minutes-again = To nevarēja saprast. Rakstiet vispirms datumu, tad protokola numuru; piemēram, 19.02.2021. 3/2021
council-ask-words = Protokols Nr. { $number }, { $on }. Tagad nosūtiet atzinuma tekstu vienā ziņā; ziņojumā tas būs vārdu pa vārdam.
council-kept = Memoranda padomes atzinums ir ierakstīts: protokols Nr. { $number }, { $on } ({ $version }. redakcija). «{ $text }» Ja teksts jālabo, ierakstiet to vēlreiz ar to pašu datumu un numuru.
council-undo = Atsaukt atzinumu
council-undone = Atzinums ir atsaukts, ziņojumā tā nav: protokols Nr. { $number }, { $on }.
command-padome = mape memoranda padomei un tās atzinums
    .word = padome
