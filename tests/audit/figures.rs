//! Rules on tolls and deaths.

use super::{fires, is_silent};

#[test]
fn num001_finds_figures_that_nobody_counted() {
    fires(
        "NUM001",
        &[
            "L'attaque du marché a fait 14 morts dimanche.",
            "Quelque 12 000 soldats ont franchi la rivière dans la nuit.",
        ],
    );
    is_silent(
        "NUM001",
        &[
            "L'attaque du marché a fait 14 morts dimanche, selon la police.",
            "Le naufrage avait fait 14 morts en 1998.",
            "Un soldat de 24 ans a quitté la caserne.",
            "Le maire a annoncé que l'attaque avait fait 14 morts. Les 14 morts étaient des marchands.",
        ],
    );
}

#[test]
fn dea001_finds_deaths_that_nobody_announced() {
    fires(
        "DEA001",
        &[
            "La chanteuse Maud Kerbrat est morte mardi à Brest.",
            "L'ancien ministre Bruno Maillard s'est éteint dimanche.",
        ],
    );
    is_silent(
        "DEA001",
        &[
            "La chanteuse Maud Kerbrat est morte mardi à Brest, a annoncé sa famille.",
            "L'ancien ministre Bruno Maillard s'est éteint dimanche, selon son entourage.",
            "La chanteuse Maud Kerbrat, qui est morte en 1998, était née à Brest.",
            "La chanteuse Maud Kerbrat est revenue mardi à Brest.",
        ],
    );
}
