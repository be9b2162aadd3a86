using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Web.Input;

/// <summary>An application that listens on a port, as the shipped one does.</summary>
public sealed class PortApp : PantryApp
{
    protected override bool OnPort => true;
}

/// <summary>How much may be sent, and to whom.</summary>
public sealed class FormSizeTests(PantryApp app, PortApp port) : IClassFixture<PantryApp>, IClassFixture<PortApp>
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/forgot")]
    [InlineData("/join/somebody.else")]
    [InlineData("/sign-in/code")]
    public async Task A_stranger_sends_a_name_and_a_password_and_no_more(string address)
    {
        FriendlyPagesTests.AssertFriendly(await SendAsync(app.Visit(), address, FormSize.OfStrangers + 1), 413, "Too much at once");
        Assert.NotEqual(413, (await SendAsync(app.Visit(), address, FormSize.OfStrangers)).Status);
    }

    [Fact]
    public async Task Whoever_is_signed_in_sends_what_a_form_has()
    {
        var head = await app.SignInAsync(Cast.Head);
        FriendlyPagesTests.AssertFriendly(await SendAsync(head, "/loans/add", FormSize.Usual + 1), 413, "Too much at once");
        Assert.NotEqual(413, (await SendAsync(head, "/loans/add", FormSize.Usual)).Status);
    }

    /// <summary>Nobody says beforehand how long it is.</summary>
    [Theory]
    [InlineData(FormSize.OfStrangers - 1000, false)]
    [InlineData(FormSize.OfStrangers + 1, true)]
    public async Task What_comes_in_pieces_is_cut_off_where_it_is_too_much(long bytes, bool isCut)
    {
        using var content = new PiecesContent(bytes);
        var visitor = port.Visit();
        Assert.Equal(isCut, (await visitor.ReadAsync("/sign-in", await visitor.Client.PostAsync("/sign-in", content))).Status == 413);
    }

    /// <summary>What the proxy lets through is what the page takes: hardly more, and never less.</summary>
    [Fact]
    public async Task The_proxy_lets_as_much_through_as_a_page_takes()
    {
        var conf = File.ReadAllText(Path.Combine(Sources.Root, "deploy", "nginx", "ajs-pantry.conf"));
        var site = conf[conf.IndexOf("@LISTEN_HTTPS@\n  server_name @DOMAIN@", StringComparison.Ordinal)..];
        var usual = Bytes(Regex.Match(site, @"^  client_max_body_size (\d+[km]);", RegexOptions.Multiline).Groups[1].Value);
        var places = Regex.Matches(site, @"location ~\* (?<place>\S+) \{(?<body>[^}]*)\}")
            .Where(place => place.Groups["body"].Value.Contains("client_max_body_size", StringComparison.Ordinal))
            .Select(place =>
                (Place: new Regex(place.Groups["place"].Value, RegexOptions.IgnoreCase),
                    Most: Bytes(Regex.Match(place.Groups["body"].Value, @"client_max_body_size (\d+[km]);").Groups[1].Value))).ToList();
        Assert.Equal(3, places.Count);
        var loader = app.Services.GetRequiredService<PageLoader>();
        var pages = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(page => page.Metadata.GetMetadata<PageActionDescriptor>() is not null).ToList();
        Assert.True(pages.Count > 100);
        foreach (var page in pages)
        {
            var context = new DefaultHttpContext();
            var compiled = await loader.LoadAsync(page.Metadata.GetMetadata<PageActionDescriptor>()!, page.Metadata);
            context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(compiled.EndpointMetadata), null));
            var takes = FormSize.Of(context).Most;
            var address = "/"
                + Regex.Replace(page.RoutePattern.RawText!.TrimStart('/'), @"\{[^}]*\}", "0190a000-0000-7000-8000-000000000001");
            var place = places.Where(place => place.Place.IsMatch(address)).Select(place => place.Most).FirstOrDefault(usual);
            Assert.True(place >= takes, $"{address} takes {takes}, and the proxy lets {place} through");
            Assert.True(place <= Math.Max(takes * 8, usual), $"{address} takes {takes}, and the proxy lets {place} through");
        }
    }

    private static long Bytes(string size) =>
        long.Parse(size[..^1], System.Globalization.CultureInfo.InvariantCulture) * (size[^1] == 'm' ? 1024 * 1024 : 1024);

    private static async Task<WebPage> SendAsync(Visitor visitor, string address, long bytes)
    {
        using var content = new StringContent(
            "x=".PadRight((int)bytes, 'y'), System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        return await visitor.ReadAsync(address, await visitor.Client.PostAsync(address, content));
    }

    private sealed class PiecesContent : HttpContent
    {
        private readonly long _bytes;

        public PiecesContent(long bytes)
        {
            _bytes = bytes;
            Headers.ContentType = new("application/x-www-form-urlencoded");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync("a="u8.ToArray());
            for (var left = _bytes - 2; left > 0; left -= 1024)
                await stream.WriteAsync(new byte[Math.Min(left, 1024)].Select(_ => (byte)'x').ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
