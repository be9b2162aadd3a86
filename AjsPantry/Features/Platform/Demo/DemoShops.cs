namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// What invented shops sell, at prices of Indian groceries: item, unit, rupees per unit, and the quantities it is bought in.
/// </summary>
internal sealed record DemoItem(string Name, string Unit, decimal Price, decimal[] Quantities);

/// <param name="Delivers">Adds a delivery charge now and then.</param>
internal sealed record DemoShop(string Name, bool Delivers, DemoItem[] Items);

internal static class DemoShops
{
    public static readonly DemoShop[] All =
    [
        new("Demo Wholesale Depot", false,
        [
            new("Atta, 10 kg bag", "pcs", 438.00m, [1, 2]),
            new("Basmati rice", "kg", 92.00m, [5, 10, 15]),
            new("Toor dal", "kg", 168.00m, [2, 3, 5]),
            new("Moong dal", "kg", 124.50m, [1, 2]),
            new("Sunflower oil, 5 ltr can", "pcs", 712.00m, [1]),
            new("Sugar", "kg", 44.50m, [3, 5]),
            new("Rava", "kg", 52.00m, [2, 3]),
            new("Poha", "kg", 58.00m, [2, 3]),
        ]),
        new("Demo Kirana", false,
        [
            new("Tea leaf, 500 g", "pkt", 245.00m, [1, 2]),
            new("Jeera", "g", 0.62m, [200, 250]),
            new("Haldi powder, 200 g", "pkt", 68.00m, [1]),
            new("Garam masala, 100 g", "pkt", 84.00m, [1]),
            new("Salt", "kg", 24.00m, [1, 2]),
            new("Elaichi", "g", 3.10m, [25, 50]),
            new("Ghee, 500 ml", "pcs", 322.00m, [1]),
            new("Papad", "pkt", 75.00m, [1, 2]),
        ]),
        new("Demo Dairy", true,
        [
            new("Milk", "ltr", 66.00m, [8, 10, 12]),
            new("Curd", "kg", 78.00m, [2, 3]),
            new("Paneer", "kg", 410.00m, [0.5m, 1, 1.5m]),
            new("Butter, 500 g", "pcs", 278.00m, [1, 2]),
        ]),
        new("Demo Green Basket", true,
        [
            new("Onion", "kg", 38.50m, [3, 5]),
            new("Potato", "kg", 32.00m, [3, 5]),
            new("Tomato", "kg", 46.00m, [2, 3]),
            new("Coriander", "bunch", 15.00m, [2, 3]),
            new("Lemon", "pcs", 6.00m, [10, 12]),
            new("Banana", "dozen", 62.00m, [2, 3]),
            new("Green chilli", "g", 0.12m, [250]),
            new("Apple", "kg", 184.00m, [1, 2]),
        ]),
        new("Demo Bakery", false,
        [
            new("Pav", "dozen", 48.00m, [2, 3]),
            new("Bread, large", "pcs", 55.00m, [2, 4]),
            new("Rusk", "pkt", 62.00m, [1, 2]),
        ]),
        new("Demo Home Store", false,
        [
            new("Dish soap", "ltr", 118.00m, [1, 2]),
            new("Detergent powder", "kg", 142.00m, [1]),
            new("Scrub pads", "pkt", 45.00m, [1, 2]),
            new("Paper napkins", "pkt", 60.00m, [2, 3]),
            new("Garbage bags", "pkt", 95.00m, [1]),
        ]),
    ];
}
