"""The three questions and the one summary of `griffier demo`, on the bundled debate."""

QUESTIONS = (
    "Wat vindt de SP van het programma Samen tegen mensenhandel?",
    "Wanneer wordt de webcrawler ingezet?",
    "Wat heeft de staatssecretaris toegezegd over CoMensha?",
)
SUMMARY_OF = "SP"
