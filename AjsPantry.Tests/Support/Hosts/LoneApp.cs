namespace AjsPantry.Tests.Support.Hosts;

/// <summary>An application of one test class or test, on a database that it may spoil: nobody else is given either.</summary>
public class LoneApp : PantryApp
{
    protected override bool IsShared => false;

    protected override bool BeginsAnew => false;
}
