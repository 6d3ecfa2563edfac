-- The programmes that the reader has chosen: by their code, or as those that reach the chosen municipality.
SELECT programmes.programme_code
FROM programmes
WHERE programmes.programme_code = $focus
UNION
SELECT reached.programme_code
FROM reached
WHERE reached.municipality_code = $municipality
