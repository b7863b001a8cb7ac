### Lūgums pagarināt termiņu: ko raksta dalībnieks, ko izlemj koordinators.

extension-ask = Līdz kuram datumam vajadzīgs laiks? Tagad termiņš: { $due }. Vienā ziņā uzrakstiet datumu un iemeslu, piemēram: «{ $example }, gaidām atzinumu». Lems koordinators.
extension-early = Jaunajam termiņam jābūt vēlākam par to, kas ir tagad ({ $due }), bet Jūs rakstījāt: { $until }. Uzrakstiet citu datumu, piemēram: «{ $example }».
extension-far = Tas ir pārāk tālu: { $until }. Termiņu var pagarināt ne vairāk kā par pusgadu (tagad: { $due }). Uzrakstiet citu datumu, piemēram: «{ $example }».
extension-kept = Lūgums nodots koordinatoram. Pasākumi: { $numbers }; vēlamais termiņš: { $until }. Trīs darba dienas par to neatgādināsim; par lēmumu paziņosim.
extension-asked = <b>Lūdz pagarinājumu:</b> { $code }, { $numbers } ({ $name })
extension-wanted = Vēlamais termiņš: { $until }
extension-now = Tagad termiņš: { $due }
extension-words = «{ $words }»
extension-yes = Pagarināt { $until }
extension-no = Atteikt
extension-other = Cits datums
extension-decided =
    { $until ->
        [none] Atteikts; lūdzējam par to paziņosim.
       *[other] Pagarināts. Jaunais termiņš: { $until }. Iestādei par to paziņosim.
    }
extension-refused = Koordinators termiņu nepagarināja. Pasākumi: { $numbers }; termiņš paliek: { $due }.
