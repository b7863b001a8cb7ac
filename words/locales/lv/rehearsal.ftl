### Mēģinājuma attēls: kam un kad būtu jāraksta.

rehearsal-title = Kam un kad rakstīsim, ja neviens neatbildēs
rehearsal-days = { $first } – { $last }.
rehearsal-sum = Ziņu skaits: { $messages }. Cilvēku skaits: { $people }. Visvairāk vienam cilvēkam: { $most }. Cilvēku skaits, kuriem ziņu būtu par daudz: { $over }.
rehearsal-total = Kopā
rehearsal-kind =
    { $rung ->
        [handover] kas pārņemts no iepriekšējā
        [still-you] vai joprojām atbild
        [start] laiks sākt
        [sign] laiks nodot parakstīšanai
        [letter] laiks sagatavot vēstuli
        [partner] partnera viedoklis
        [again] vēlreiz
        [last] pēdējais pirms termiņa
        [late] termiņš pagājis
        [own-dates] par termiņiem plānā
        [held] nesūtīsim: cilvēks jau saņēmis, cik paredzēts
        [meeting] par sanāksmi
        [snooze] dienā, ko lūdza pats
       *[other] cits
    }
rehearsal-unreached = Pelēki: vēl nav sasniedzami.
