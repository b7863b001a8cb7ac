### Prombūtne: «prom līdz 5. janvārim».

# Vārdi, ar kuriem sākas ziņa par prombūtni; aiz tiem seko «līdz» un diena.
absence-words = prom|esmu prom|būšu prom|prombūtnē|esmu prombūtnē|būšu prombūtnē|atvaļinājumā|esmu atvaļinājumā|būšu atvaļinājumā
absence = Labi, { $until } Jums neatgādināsim.
absence-stand-in = Atgādinājumus šajā laikā saņems: { $names }.
absence-waits = Kad atgriezīsieties, atgādināsim par to, kas vēl nebūs atbildēts.
absence-due = Termiņš ir, kamēr būsiet prom: { $due }. Tāpēc pēdējo atgādinājumu pirms tā tomēr nosūtīsim.
absence-back = Esmu atpakaļ
absence-over = Labi, atkal rakstīsim Jums.
absence-far = Prombūtni pierakstām ne ilgāk kā { $most } dienas uz priekšu. Ja atbild cits cilvēks, lūdzu, rakstiet koordinatoram.
absence-told =
    { $instead ->
        [none] { $name }: prombūtnē { $until }; neviens neaizstāj.
       *[other] { $name }: prombūtnē { $until }; aizstāj { $instead }.
    }
